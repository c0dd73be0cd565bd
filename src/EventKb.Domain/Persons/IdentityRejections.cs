namespace EventKb.Domain.Persons;

/// <summary>Every reason for which a command about an account is refused, besides input that breaks a rule about its form.</summary>
internal static class IdentityRejections
{
    public static readonly Rejection NotProposed = Form.NotFound("Nobody has said whose account this is.");

    public static readonly Rejection OwnAccount =
        new("OWN_IDENTITY", "Nobody says of an account that it is their own.", "Have two other persons propose and confirm it.");

    public static readonly Rejection SameProposer =
        new("SAME_PERSON", "The person who confirms, or for whom they act, proposed it.", "Have another person confirm it.");

    public static readonly Rejection OfAnother =
        new("IDENTITY_TAKEN", "The account is another person's, or is said to be.", "Release it first.", "person");

    public static readonly Rejection NotOpen =
        new("IDENTITY_RELEASED", "The account is nobody's.", "Propose anew whose it is.");
}
