namespace EventKb.Domain.Persons;

/// <summary>Every reason for which a command about an entry of the directory is refused, besides input that breaks a rule about its form.</summary>
internal static class PersonRejections
{
    public static readonly Rejection NotRegistered = Form.NotFound("There is no such entry in the person directory.");

    public static readonly Rejection AlreadyRegistered =
        new("PERSON_ALREADY_REGISTERED", "The entry is already in the person directory.", "Rename it instead.");

    public static readonly Rejection Erased =
        new("PERSON_ERASED", "The entry was erased, so nothing can be said of it any more.", "Register the person anew, if there is a basis for it.");

    public static readonly Rejection NoGroup =
        new("NOT_A_GROUP", "Only a group has members.", "Name the entry of a group.", "id");

    public static readonly Rejection NeverMember = Form.NotFound("The person never belonged to the group.", "member");

    public static readonly Rejection NotLeft =
        new("PERSON_PRESENT", "They have not left the institution.", "Record first on which day they left.");

    public static readonly Rejection OwnRight =
        new("OWN_RIGHT", "Nobody gives a right to themselves.", "Have another person give it.");

    public static readonly Rejection NoRights =
        new("NO_RIGHTS", "Rights are given to persons and to programs, each by name.", "Name a person or a service account.", "id");

    public static readonly Rejection NeverGranted = Form.NotFound("They were never given this right.", "right");

    public static Rejection RightExists(DateOnly from) =>
        new("RIGHT_EXISTS", $"They have this right from {from:yyyy-MM-dd} on.", "Take it first if it is to hold on other days.", "from");

    public static Rejection HasLeft(DateOnly day) =>
        new("PERSON_LEFT", $"They left the institution on {day:yyyy-MM-dd}.", "Record first that they are back.");

    public static Rejection IsMember(DateOnly from) =>
        new("MEMBER_EXISTS", $"The person has belonged to the group since {from:yyyy-MM-dd}.",
            "Remove the person first if the membership is to begin on another day.", "member");

    public static Rejection MembershipEnded(DateOnly until) =>
        new("MEMBERSHIP_ENDED", $"The membership ended on {until:yyyy-MM-dd}.", "Add the person before removing them again.", "member");
}
