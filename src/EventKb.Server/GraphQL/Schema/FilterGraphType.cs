using System.Collections.Frozen;
using System.Reflection;
using GraphQL.Types;

namespace EventKb.Server.GraphQL.Schema;

/// <summary>A filter of rows as an input of the schema, member by member; what names a stream or a person is an id.</summary>
/// <typeparam name="T">The filter.</typeparam>
internal sealed class FilterGraphType<T> : AutoRegisteringInputObjectGraphType<T>
{
    private static readonly FrozenSet<string> Ids =
    [
        "Accountable", "AccountablePerson", "DependsOn", "LifeSituation", "Person", "Resource", "Responsible", "Service", "Stream", "Subject",
        "TrailOf",
    ];

    /// <inheritdoc/>
    protected override TypeInformation GetTypeInformation(MemberInfo memberInfo)
    {
        var type = base.GetTypeInformation(memberInfo);
        if (Ids.Contains(memberInfo.Name))
            type.GraphType = typeof(IdGraphType);
        return type;
    }
}
