namespace EventKb.ReadModels;

/// <summary>
/// Rows of streams in which both beginnings grow with the version (see <c>0010_articles.sql</c>): such a row holds at a pin where
/// it has begun on both axes and its successor has not.
/// </summary>
internal static class Held
{
    /// <summary>SQL for "holds at the pin" of a row whose recorded beginning is <paramref name="from"/>; needs <see cref="At"/>.</summary>
    public static string Sql(Pin pin, string row, string from = "position") => pin.AtHead
        ? $"{row}.rec_to = {Micros.Open}"
        : $"{row}.{from} <= @position AND {row}.valid_from <= @valid AND ({row}.rec_to > @position OR {row}.valid_to > @valid)";

    /// <summary>The parameters that <see cref="Sql"/> needs.</summary>
    public static (string, object?)[] At(Pin pin, params ReadOnlySpan<(string, object?)> others) => pin.AtHead
        ? [.. others]
        : [("@position", pin.Position), ("@valid", pin.ValidMicros), .. others];
}
