using System.Buffers.Binary;
using Microsoft.Data.Sqlite;

namespace EventKb.Faults.Damage;

/// <summary>Which table or index each page of a SQLite file belongs to, by its file format (sqlite.org/fileformat2.html).</summary>
public sealed class DatabasePages
{
    private const int FileHeaderBytes = 100;
    private readonly byte[] _bytes;
    private readonly int _size;
    private readonly int _usable;
    private readonly string?[] _kinds;

    /// <summary>Reads the map of a closed database.</summary>
    public DatabasePages(string file)
    {
        _bytes = File.ReadAllBytes(file);
        _size = BinaryPrimitives.ReadUInt16BigEndian(_bytes.AsSpan(16));
        _usable = _size - _bytes[20];
        _kinds = new string?[(_bytes.Length / _size) + 1];
        Walk(1, "sqlite_schema");
        foreach (var (name, root) in Roots(file))
            Walk(root, name);
        for (var trunk = Number32(32); trunk != 0; trunk = Number32(Start(trunk)))
        {
            _kinds[trunk] = "free";
            for (var i = 0; i < Number32(Start(trunk) + 4); i++)
                _kinds[Number32(Start(trunk) + 8 + (4 * i))] = "free";
        }
    }

    /// <summary>Bytes in a page.</summary>
    public int PageSize => _size;

    /// <summary>The pages by what they hold; a kind no page of which was found is left out.</summary>
    public IReadOnlyDictionary<string, List<int>> ByKind => Enumerable.Range(1, _kinds.Length - 1)
        .GroupBy(page => _kinds[page] ?? "unknown").ToDictionary(kind => kind.Key, kind => kind.ToList());

    private static List<(string, int)> Roots(string file)
    {
        using var connection = new SqliteConnection($"Data Source=file:{Uri.EscapeDataString(file)}?immutable=1;Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0";
        using var row = command.ExecuteReader();
        var roots = new List<(string, int)>();
        while (row.Read())
            roots.Add((row.GetString(0), row.GetInt32(1)));
        return roots;
    }

    private void Walk(int page, string kind)
    {
        _kinds[page] = kind;
        var at = Start(page) + (page == 1 ? FileHeaderBytes : 0);
        var type = _bytes[at];
        var interior = type is 2 or 5;
        var cells = at + (interior ? 12 : 8);
        for (var i = 0; i < BinaryPrimitives.ReadUInt16BigEndian(_bytes.AsSpan(at + 3)); i++)
        {
            var cell = Start(page) + BinaryPrimitives.ReadUInt16BigEndian(_bytes.AsSpan(cells + (2 * i)));
            if (interior)
                Walk(Number32(cell), kind);
            if (type != 5)
                Overflow(interior ? cell + 4 : cell, type, kind);
        }

        if (interior)
            Walk(Number32(at + 8), kind);
    }

    private void Overflow(int cell, byte type, string kind)
    {
        var payload = Varint(ref cell);
        if (type == 13)
            Varint(ref cell);
        var most = type == 13 ? _usable - 35 : ((_usable - 12) * 64 / 255) - 23;
        if (payload <= most)
            return;
        var least = ((_usable - 12) * 32 / 255) - 23;
        var local = least + ((payload - least) % (_usable - 4));
        var first = cell + (int)(local <= most ? local : least);
        for (var page = Number32(first); page != 0; page = Number32(Start(page)))
            _kinds[page] = $"{kind} (overflow)";
    }

    private int Start(int page) => (page - 1) * _size;

    private int Number32(int at) => BinaryPrimitives.ReadInt32BigEndian(_bytes.AsSpan(at));

    private long Varint(ref int at)
    {
        var value = 0L;
        for (var i = 0; i < 8; i++)
        {
            value = (value << 7) | (long)(_bytes[at] & 0x7f);
            if (_bytes[at++] < 0x80)
                return value;
        }

        return (value << 8) | _bytes[at++];
    }
}
