using EventKb.Domain;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace EventKb.Server.MappedFiles;

/// <summary>What a map says under a key: a word, a list of words or a table of words; exactly one of the three.</summary>
internal sealed record MapEntry(string? Word, IReadOnlyList<string>? List, IReadOnlyDictionary<string, string>? Table);

/// <summary>Reads the YAML of a map: keys with words, lists and tables, and nothing that is nested deeper.</summary>
internal static class MapYaml
{
    /// <summary>The entries by their keys; what is wrong throws <see cref="WordedException"/> or <see cref="YamlException"/>.</summary>
    public static Dictionary<string, MapEntry> Read(string yaml)
    {
        var entries = new Dictionary<string, MapEntry>(StringComparer.Ordinal);
        var parser = new Parser(new StringReader(yaml));
        parser.Consume<StreamStart>();
        if (parser.TryConsume<StreamEnd>(out _))
            return entries;
        parser.Consume<DocumentStart>();
        if (!parser.TryConsume<MappingStart>(out _))
            throw new UnreadableMap("It must consist of keys and what they say.");
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Word(parser);
            if (!entries.TryAdd(key, Entry(parser)))
                throw new UnreadableMap($"'{key}' is there twice.");
        }

        parser.Consume<DocumentEnd>();
        return parser.TryConsume<StreamEnd>(out _) ? entries : throw new UnreadableMap("It has more than one document.");
    }

    private static MapEntry Entry(Parser parser)
    {
        if (parser.TryConsume<SequenceStart>(out _))
            return new(null, List(parser), null);
        return parser.TryConsume<MappingStart>(out _) ? new(null, null, Table(parser)) : new(Word(parser), null, null);
    }

    private static List<string> List(Parser parser)
    {
        var list = new List<string>();
        while (!parser.TryConsume<SequenceEnd>(out _))
            list.Add(Word(parser));
        return list;
    }

    private static Dictionary<string, string> Table(Parser parser)
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
            if (Word(parser) is var word && !table.TryAdd(word, Word(parser)))
                throw new UnreadableMap($"'{word}' is there twice.");
        return table;
    }

    private static string Word(Parser parser) => parser.TryConsume<Scalar>(out var scalar)
        ? scalar.Value
        : throw new UnreadableMap($"Line {parser.Current?.Start.Line ?? 0} has something else where a word must be.");
}

/// <summary>What is wrong with a map.</summary>
internal sealed class UnreadableMap(Wording fact) : WordedException(fact);
