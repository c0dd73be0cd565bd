using EventKb.Domain;

namespace EventKb.ReadModels;

/// <summary>Who asks. What a viewer may see is decided at the head, never at the pin.</summary>
/// <param name="Person">Pseudonym of the person who asks; null = nobody has signed in.</param>
/// <param name="SeesAll">True for the local operator, who may see everything.</param>
public sealed record Viewer(PersonId? Person, bool SeesAll)
{
    /// <summary>The one operator on this machine, until sign-in exists.</summary>
    public static Viewer LocalOperator { get; } = new(new PersonId("local-operator"), SeesAll: true);

    /// <summary>Somebody who may see only what is open to everyone.</summary>
    public static Viewer Public { get; } = new(null, SeesAll: false);
}
