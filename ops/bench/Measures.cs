using System.Globalization;

namespace EventKb.Bench;

/// <summary>One figure: what was measured, the baseline of the same run, their ratio and the bound it must keep.</summary>
internal sealed record Figure(string Name, double Measured, double Baseline, string Unit, double Bound, bool AtLeast)
{
    public double Ratio => Measured / Baseline;

    public bool Holds => AtLeast ? Ratio >= Bound : Ratio <= Bound;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture,
            $"{Name,-46} {Measured,12:N1} {Unit,-12} baseline {Baseline,12:N1}  ratio {Ratio,7:N2}  "
            + $"bound {(AtLeast ? ">=" : "<=")} {Bound:N2}  {(Holds ? "ok" : "MISSED")}");
}

internal static class Percentile
{
    /// <summary>The value below which the fraction of the samples lies.</summary>
    public static double Of(IReadOnlyList<double> samples, double fraction)
    {
        var sorted = samples.Order().ToArray();
        return sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * fraction))];
    }
}
