using GraphQL.DataLoader;

namespace EventKb.Server.GraphQL.Execution;

/// <summary>Collects the keys that the fields of one level ask for and looks all of them up at once; each key once per view.</summary>
internal sealed class BatchLoader<TKey, TValue>(Func<IReadOnlyCollection<TKey>, Task<IReadOnlyDictionary<TKey, TValue>>> look)
    where TKey : notnull
    where TValue : class
{
    private readonly Dictionary<TKey, TValue?> _known = [];
    private HashSet<TKey> _asked = [];

    public IDataLoaderResult<TValue?> Load(TKey key)
    {
        if (_known.TryGetValue(key, out var value))
            return new Known<TValue?>(value);
        _asked.Add(key);
        return new Pending<TValue?>(() => Get(key));
    }

    private async Task<TValue?> Get(TKey key)
    {
        if (_asked.Count > 0)
        {
            var asked = _asked;
            _asked = [];
            var found = await look(asked);
            foreach (var one in asked)
                _known[one] = found.GetValueOrDefault(one);
        }

        return _known[key];
    }
}
