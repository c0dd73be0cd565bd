using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace EventKb.Integration.Tests.Prov;

/// <summary>What PROV-JSON lets each section say: the members that PROV-DM defines, "!" where one must be there.</summary>
internal static partial class ProvForm
{
    public const string Time = "time";
    private const string Sign = "([A-Za-z0-9_/@~&+*?#$!]|%[0-9A-Fa-f][0-9A-Fa-f])";

    /// <summary>Members of each section with the kind of thing that each names.</summary>
    public static readonly FrozenDictionary<string, FrozenDictionary<string, (string Kind, bool Required)>> Sections =
        new Dictionary<string, string>
        {
            ["entity"] = "",
            ["activity"] = "startTime=time endTime=time",
            ["agent"] = "",
            ["wasGeneratedBy"] = "entity=entity! activity=activity time=time",
            ["used"] = "activity=activity! entity=entity time=time",
            ["wasInformedBy"] = "informed=activity! informant=activity!",
            ["wasStartedBy"] = "activity=activity! trigger=entity starter=activity time=time",
            ["wasEndedBy"] = "activity=activity! trigger=entity ender=activity time=time",
            ["wasInvalidatedBy"] = "entity=entity! activity=activity time=time",
            ["wasDerivedFrom"] = "generatedEntity=entity! usedEntity=entity! activity=activity generation=statement usage=statement",
            ["wasAttributedTo"] = "entity=entity! agent=agent!",
            ["wasAssociatedWith"] = "activity=activity! agent=agent plan=entity",
            ["actedOnBehalfOf"] = "delegate=agent! responsible=agent! activity=activity",
            ["wasInfluencedBy"] = "influencee=any! influencer=any!",
            ["specializationOf"] = "specificEntity=entity! generalEntity=entity!",
            ["alternateOf"] = "alternate1=entity! alternate2=entity!",
            ["hadMember"] = "collection=entity! entity=entity!",
        }.ToFrozenDictionary(section => section.Key, section => section.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(member => member.Split('=')).ToFrozenDictionary(m => $"prov:{m[0]}", m => (m[1].TrimEnd('!'), m[1].EndsWith('!'))));

    /// <summary>Relations that PROV-DM gives neither id nor attributes.</summary>
    public static readonly FrozenSet<string> Bare = FrozenSet.Create("specializationOf", "alternateOf", "hadMember");

    /// <summary>Attributes of PROV-DM that others may have.</summary>
    public static readonly FrozenSet<string> Attributes = FrozenSet.Create("prov:label", "prov:type", "prov:role", "prov:location", "prov:value");

    /// <summary>Types that PROV-DM defines, with the sections that may have them.</summary>
    public static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        ["prov:Revision"] = "wasDerivedFrom",
        ["prov:Quotation"] = "wasDerivedFrom",
        ["prov:PrimarySource"] = "wasDerivedFrom",
        ["prov:Person"] = "agent",
        ["prov:Organization"] = "agent",
        ["prov:SoftwareAgent"] = "agent",
        ["prov:Plan"] = "entity",
        ["prov:Collection"] = "entity",
        ["prov:EmptyCollection"] = "entity",
        ["prov:Bundle"] = "entity",
    }.ToFrozenDictionary();

    /// <summary>PROV-N's qualified name, in ASCII: prefix and local part, where few signs stand unescaped and none of . and - begins.</summary>
    [GeneratedRegex($@"^(?<prefix>[A-Za-z]([A-Za-z0-9_.-]*[A-Za-z0-9_-])?):(?<local>{Sign}(({Sign}|[.-])*({Sign}|-))?)\z")]
    public static partial Regex QualifiedName();

    /// <summary>Id of a statement within the document.</summary>
    [GeneratedRegex(@"^_:[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_-])?\z")]
    public static partial Regex Blank();

    /// <summary>xsd:dateTime with its offset.</summary>
    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)\z")]
    public static partial Regex DateTime();
}
