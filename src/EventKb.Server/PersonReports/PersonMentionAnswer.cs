using EventKb.ReadModels.PersonReports;
using EventKb.Server.Audit;
using EventKb.Server.GraphQL.Execution;
using GraphQL;
using GraphQL.DataLoader;

namespace EventKb.Server.PersonReports;

/// <summary>An entry that has to do with somebody, and how.</summary>
[Name("PersonMention")]
internal sealed class PersonMentionAnswer(Reading view, PersonMention row)
{
    public long Position => row.Position;

    [Id]
    public string StreamId => row.Stream;

    public IReadOnlyList<MentionRole> Roles => row.Roles;

    public IDataLoaderResult<AuditEntryAnswer?> Entry() => AuditTrail.At(view, row.Position);

    public IReadOnlyList<PassageAnswer> Passages => [.. row.Passages.Select(passage => new PassageAnswer(passage))];

    public ErasedBy? ErasedBy => row.Passages.Count == 0 ? null
        : row.Roles.Contains(MentionRole.Subject) ? PersonReports.ErasedBy.ErasePerson : PersonReports.ErasedBy.EraseContent;
}

/// <summary>A piece of a text.</summary>
[Name("Passage")]
internal sealed class PassageAnswer(Passage row)
{
    public string Field => row.Field;

    public string Text => row.Text;
}

/// <summary>The mutation that destroys texts.</summary>
internal enum ErasedBy
{
    /// <summary>They go with the person's entry in the directory.</summary>
    ErasePerson,

    /// <summary>They go with the content of their own event.</summary>
    EraseContent,
}
