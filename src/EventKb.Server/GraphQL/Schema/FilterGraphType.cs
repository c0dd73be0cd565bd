using System.Reflection;
using EventKb.Domain;
using GraphQL.Types;

namespace EventKb.Server.GraphQL.Schema;

/// <summary>A filter of rows as an input of the schema, member by member; what names a stream or a person is an id.</summary>
/// <typeparam name="T">The filter.</typeparam>
internal sealed class FilterGraphType<T> : AutoRegisteringInputObjectGraphType<T>
{
    /// <inheritdoc/>
    protected override TypeInformation GetTypeInformation(MemberInfo memberInfo)
    {
        var type = base.GetTypeInformation(memberInfo);
        if (memberInfo.IsDefined(typeof(IdentifierAttribute)))
            type.GraphType = typeof(IdGraphType);
        return type;
    }
}
