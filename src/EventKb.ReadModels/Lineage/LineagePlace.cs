using System.Globalization;

namespace EventKb.ReadModels.Lineage;

/// <summary>Where an edge stands in an answer: nearest first, and then in the order of statement.</summary>
public readonly record struct LineagePlace(int Depth, long Position, string Type) : IComparable<LineagePlace>
{
    /// <inheritdoc/>
    public int CompareTo(LineagePlace other) => (Depth, Position).CompareTo((other.Depth, other.Position)) is var order and not 0 ? order
        : string.CompareOrdinal(Type, other.Type);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Depth} {Position} {Type}");

    /// <summary>The place that a text names, or null where it names none.</summary>
    public static LineagePlace? Parse(string text) =>
        text.Split(' ') is [var depth, var position, var type]
        && int.TryParse(depth, NumberStyles.None, CultureInfo.InvariantCulture, out var far)
        && long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? new(far, at, type) : null;
}
