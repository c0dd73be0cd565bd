namespace EventKb.ReadModels;

/// <summary>Many values for one <c>IN</c>: in few sizes, so that few statements are ever prepared; the last value fills up.</summary>
internal static class Batched
{
    public static IEnumerable<((string, object?)[] Parameters, string Names)> Of<T>(IReadOnlyList<T> values, int[] sizes, string name)
    {
        for (var from = 0; from < values.Count;)
        {
            var left = values.Count - from;
            var size = sizes.FirstOrDefault(s => s >= left, sizes[^1]);
            var parameters = new (string, object?)[size];
            for (var i = 0; i < size; i++)
                parameters[i] = ($"@{name}{i}", values[Math.Min(from + i, values.Count - 1)]);
            yield return (parameters, string.Join(", ", parameters.Select(p => p.Item1)));
            from += size;
        }
    }
}
