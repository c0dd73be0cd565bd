namespace EventKb.Domain.IncidentProblemLinks;

/// <summary>Every reason for which a command on a link is refused, besides input that breaks a rule about its form.</summary>
internal static class IncidentProblemLinkRejections
{
    public static readonly Rejection NotFound = Form.NotFound("Nobody has proposed this link.");

    public static readonly Rejection SamePerson = new("SAME_PERSON",
        "The person who confirms the link, or for whom they act, proposed it.", "Have another person confirm it.");

    public static Rejection AlreadyThere(LinkState state) => new("LINK_EXISTS", $"The link is there already; its state is {state.Code()}.",
        "Confirm, reject, withdraw or reopen the link that is there.");

    public static Rejection NotWaiting(LinkState state) => new("LINK_NOT_PROPOSED",
        $"The link does not wait for an answer; its state is {state.Code()}.",
        "Reopen a rejected or withdrawn link, or withdraw a confirmed one.");

    public static Rejection NotHeld(LinkState state) => new("LINK_ENDED",
        $"The link is no longer there to be withdrawn; its state is {state.Code()}.",
        "Reopen it if it holds after all.");

    public static Rejection NotOver(LinkState state) => new("LINK_OPEN", $"The link is neither rejected nor withdrawn; its state is {state.Code()}.",
        "Confirm, reject or withdraw it.");

    public static Rejection WrongSide(InstitutionCode institution) => new("WRONG_SIDE", $"Only the institution '{institution}' may do this.",
        "Ask a person who acts for that institution.");
}
