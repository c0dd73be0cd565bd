using GraphQL.DataLoader;

namespace EventKb.Server.GraphQL.Execution;

/// <summary>A value that need not be looked up.</summary>
internal sealed class Known<T>(T value) : IDataLoaderResult<T>
{
    public Task<T> GetResultAsync(CancellationToken cancellationToken = default) => Task.FromResult(value);

    Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) => Task.FromResult<object?>(value);
}

/// <summary>A value that is asked for when its level is complete.</summary>
internal sealed class Pending<T>(Func<Task<T>> get) : IDataLoaderResult<T>
{
    public Task<T> GetResultAsync(CancellationToken cancellationToken = default) => get();

    async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) => await get();
}

/// <summary>Makes other values of what batches will give.</summary>
internal static class BatchResults
{
    public static IDataLoaderResult<TOut> Map<TIn, TOut>(this IDataLoaderResult<TIn> source, Func<TIn, TOut> map) =>
        new Pending<TOut>(async () => map(await source.GetResultAsync()));

    /// <summary>All of some values, those left out that are null.</summary>
    public static IDataLoaderResult<IEnumerable<T>> Together<T>(this IReadOnlyList<IDataLoaderResult<T?>> sources) where T : class =>
        new Pending<IEnumerable<T>>(async () =>
        {
            var values = new List<T>();
            foreach (var source in sources)
                if (await source.GetResultAsync() is { } value)
                    values.Add(value);
            return values;
        });
}
