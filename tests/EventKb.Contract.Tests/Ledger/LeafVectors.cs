using System.Text;
using System.Text.Json.Nodes;
using EventKb.Ledger.Merkle;

namespace EventKb.Contract.Tests.Ledger;

/// <summary>leaf/1 is frozen: bytes and hash of each vector in schema/ledger/leaf-1.json.</summary>
public sealed class LeafVectors
{
    private static readonly JsonArray Vectors =
        JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "schema", "ledger", "leaf-1.json")))!.AsArray();

    public static TheoryData<int> All => [.. Enumerable.Range(0, Vectors.Count)];

    [Theory]
    [MemberData(nameof(All))]
    public void Are_kept(int index)
    {
        var vector = Vectors[index]!;
        var origin = (string)vector["origin"]!;
        var fields = Fields(vector);
        var hash = new byte[MerkleHash.Size];
        Leaf1.Hash(origin, fields, hash);

        Assert.Equal((string)vector["leaf"]!, Convert.ToHexStringLower(Leaf1.Encode(origin, fields)));
        Assert.Equal((string)vector["leafHash"]!, Convert.ToHexStringLower(hash));
        Assert.Equal(MerkleHash.Leaf(Leaf1.Encode(origin, fields)), hash);
    }

    [Fact]
    public void Cover_a_first_event_one_with_content_and_letters_beyond_ascii() => Assert.True(Vectors.Count >= 3);

    private static LeafFields Fields(JsonNode vector) => new()
    {
        Position = (long)vector["position"]!,
        Stream = (string)vector["stream"]!,
        Version = (long)vector["version"]!,
        PreviousPosition = (long)vector["previousPosition"]!,
        EventId = (string)vector["eventId"]!,
        Type = (string)vector["type"]!,
        RecordedAt = (long)vector["recordedAt"]!,
        OccurredAt = (long)vector["occurredAt"]!,
        Metadata = Encoding.UTF8.GetBytes((string)vector["envelope"]!),
        Data = Encoding.UTF8.GetBytes((string)vector["data"]!),
        Commitment = Convert.FromHexString((string)vector["commitment"]!),
    };
}
