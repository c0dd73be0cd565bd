using EventKb.Domain.Persons;
using EventKb.Server.Imports;
using EventKb.Server.MappedFiles;

namespace EventKb.Server.RegisterImport;

/// <summary>How a register of people words its rows.</summary>
internal sealed class PeopleMap : RegisterMap<PersonRow>
{
    private const string Register = "register";
    private const string Kinds = "kinds";
    private static readonly string[] Said = [PeopleKeys.Key, PeopleKeys.Name, PeopleKeys.Email, PeopleKeys.Until];
    private static readonly MapKeySet Keys = RegisterKeys.With(Said, [Kinds], [PeopleKeys.Key, PeopleKeys.Name], PeopleKeys.Kind, Register);

    private PeopleMap(MapFile file) : base(file, Said)
    {
        Source = PersonRow.SourceOf(file.Word(Register));
        (Kind, KindsByWord) = Words<PersonKind>(file, PeopleKeys.Kind, Kinds);
        if (KindsByWord.Count == 0)
            Kind ??= PersonKind.Person;
    }

    /// <summary>The register.</summary>
    public string Source { get; }

    /// <summary>What everybody in it is; null where a column says it.</summary>
    public PersonKind? Kind { get; }

    /// <summary>What they are, by its words; none where the map has one kind for all.</summary>
    public IReadOnlyDictionary<string, PersonKind> KindsByWord { get; }

    /// <summary>Reads a map; what is wrong in it is bad input.</summary>
    public static async Task<RegisterMap<PersonRow>> Read(string named, CancellationToken cancellation) =>
        await MapFile.Read(named, Keys, file => new PeopleMap(file), cancellation);

    /// <inheritdoc/>
    public override RegisterScope Scope(DateOnly seenOn) => new(seenOn, Source, []);

    private protected override MappedReader<PersonRow> ReaderOf(
        FileRows rows, WrittenForm written, IReadOnlyDictionary<string, int> columns, DateOnly seenOn) =>
        new PeopleReader(this, rows, written, columns, seenOn);
}

/// <summary>What a map of a register can say of somebody.</summary>
internal static class PeopleKeys
{
    public const string Key = "key";
    public const string Name = "name";
    public const string Email = "email";
    public const string Until = "until";
    public const string Kind = "kind";
}
