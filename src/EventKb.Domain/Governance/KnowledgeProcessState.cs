namespace EventKb.Domain.Governance;

/// <summary>What was laid down, in the order recorded, which is also the order of the days it is in force from.</summary>
public sealed record KnowledgeProcessState
{
    /// <summary>No process was ever adopted.</summary>
    public static KnowledgeProcessState Empty { get; } = new();

    /// <summary>Every adoption, amendment and repeal, by the version of the stream that recorded it.</summary>
    public Keyed<long, ProcessStep> Steps { get; init; } = new();

    /// <summary>The last of them; null before the first.</summary>
    public ProcessStep? Last { get; init; }

    /// <summary>The last rules that were laid down, repealed or not.</summary>
    public ProcessStep? Ruling { get; init; }
}

/// <summary>One change of the rules.</summary>
/// <param name="From">First day on which it holds.</param>
/// <param name="Rules">The rules with their source; null = repealed.</param>
/// <param name="Scope">How far the process reaches.</param>
/// <param name="Document">Document that it stands in.</param>
/// <param name="Title">Title of the process.</param>
/// <param name="Event">What was laid down.</param>
public sealed record ProcessStep(DateOnly From, ProcessRules? Rules, Scope Scope, Document Document, Texts? Title,
    KnowledgeProcessEvent Event);
