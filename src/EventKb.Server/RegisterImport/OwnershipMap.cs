using EventKb.Domain;
using EventKb.Server.Imports;
using EventKb.Server.MappedFiles;

namespace EventKb.Server.RegisterImport;

/// <summary>How a register of duties words its rows.</summary>
internal sealed class OwnershipMap : RegisterMap<OwnershipRow>
{
    private const string Register = "register";
    private const string Duties = "duties";
    private const string Reasons = "reasons";

    private static readonly string[] Said =
    [
        OwnershipKeys.Subject, OwnershipKeys.Holder, OwnershipKeys.From, OwnershipKeys.Until, OwnershipKeys.Order, OwnershipKeys.OrderDate,
        OwnershipKeys.Reason,
    ];

    private static readonly MapKeySet Keys = RegisterKeys.With(Said, [Duties, Reasons],
        [OwnershipKeys.Duty, OwnershipKeys.Holder, OwnershipKeys.From, OwnershipKeys.Order, OwnershipKeys.OrderDate], OwnershipKeys.Duty, Register);

    private OwnershipMap(MapFile file) : base(file, Said)
    {
        People = PersonRow.SourceOf(file.Word(Register));
        ReasonsByWord = file.Table(Reasons);
        (Duty, DutiesByWord) = Words<Duty>(file, OwnershipKeys.Duty, Duties);
    }

    /// <summary>The register of people that has the holders.</summary>
    public string People { get; }

    /// <summary>Duty of every row; null where a column says it.</summary>
    public Duty? Duty { get; }

    /// <summary>Duties by their words; none where the map has one duty for all.</summary>
    public IReadOnlyDictionary<string, Duty> DutiesByWord { get; }

    /// <summary>Reasons of the institution's list by words for them; any other word is the reason itself.</summary>
    public IReadOnlyDictionary<string, string> ReasonsByWord { get; }

    /// <summary>Reads a map; what is wrong in it is bad input.</summary>
    public static async Task<RegisterMap<OwnershipRow>> Read(string named, CancellationToken cancellation) =>
        await MapFile.Read(named, Keys, file => new OwnershipMap(file), cancellation);

    /// <inheritdoc/>
    public override RegisterScope Scope(DateOnly seenOn) =>
        new(seenOn, null, Duty is { } duty ? [duty] : [.. DutiesByWord.Values.Distinct().Order()]);

    private protected override MappedReader<OwnershipRow> ReaderOf(
        FileRows rows, WrittenForm written, IReadOnlyDictionary<string, int> columns, DateOnly seenOn) =>
        new OwnershipReader(this, rows, written, columns, seenOn);
}

/// <summary>What a map of a register can say of a duty.</summary>
internal static class OwnershipKeys
{
    public const string Duty = "duty";
    public const string Subject = "subject";
    public const string Holder = "holder";
    public const string From = "from";
    public const string Until = "until";
    public const string Order = "order";
    public const string OrderDate = "orderDate";
    public const string Reason = "reason";
}
