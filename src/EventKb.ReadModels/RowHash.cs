using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EventKb.ReadModels;

/// <summary>One hash over all rows of tables in primary key order: two generations with the same hash say the same.</summary>
internal static class RowHash
{
    public static async Task<string> Of(ReadSession session, IEnumerable<string> tables)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var table in tables.Order(StringComparer.Ordinal))
        {
            Add(hash, table);
            // A row is hashed as it is read, so that a table of any size fits.
            await session.List($"SELECT * FROM {table} ORDER BY {await KeyOf(session, table)}", row =>
            {
                for (var i = 0; i < row.FieldCount; i++)
                    Add(hash, row.GetValue(i) switch
                    {
                        DBNull => "␀",
                        byte[] bytes => Convert.ToHexString(bytes),
                        var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
                    });
                return default(byte);
            });
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static async Task<string> KeyOf(ReadSession session, string table)
    {
        var columns = await session.List($"PRAGMA table_info({table})", row => (Name: row.GetString(1), Key: row.GetInt32(5)));
        var key = columns.Where(c => c.Key > 0).OrderBy(c => c.Key).Select(c => c.Name).ToList();
        // A view has no key of its own; its first column is the key of the table below it.
        return key.Count > 0 ? string.Join(", ", key) : columns[0].Name;
    }

    private static void Add(IncrementalHash hash, string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
