namespace EventKb.Domain.Policies;

/// <summary>A line of the table; where it names neither duty nor right it allows everybody who is in the directory.</summary>
/// <param name="Name">Its name; stands in entries for ever.</param>
/// <param name="Duty">Whom it allows something: who holds this duty.</param>
/// <param name="Right">Whom it allows something: who has this right.</param>
/// <param name="Actions">What it allows.</param>
public sealed record PolicyRule(string Name, Duty? Duty, PersonRight? Right, ValueList<PolicyAction> Actions);
