using System.Collections.Concurrent;
using GraphQLParser.AST;

namespace EventKb.Server.GraphQL.Execution;

/// <summary>Documents that were parsed and found valid; a bounded number, so that nobody can fill the memory with them.</summary>
internal sealed class CachedDocuments
{
    private const int Most = 500;
    private const int Longest = 16 * 1024;
    private readonly ConcurrentDictionary<string, GraphQLDocument> _valid = new(StringComparer.Ordinal);

    public GraphQLDocument? Find(string query) => _valid.GetValueOrDefault(query);

    public void Keep(string query, GraphQLDocument document)
    {
        if (query.Length > Longest)
            return;
        if (_valid.Count >= Most)
            _valid.Clear();
        _valid[query] = document;
    }
}
