using System.Linq.Expressions;
using System.Reflection;
using EventKb.Server.GraphQL.Execution;
using GraphQL;
using GraphQL.Types;

namespace EventKb.Server.GraphQL.Schema;

/// <summary>An object with a global id: its own fields, and those that other features add to it.</summary>
/// <typeparam name="T">Class of the object; to be added to it shows its view.</typeparam>
internal sealed class NodeGraphType<T> : AutoRegisteringObjectGraphType<T>
{
    public NodeGraphType(IReadOnlyList<SchemaPart> parts)
    {
        foreach (var added in parts.SelectMany(part => part.Added).Where(added => added.To == typeof(T)))
            foreach (var field in ((IComplexGraphType)Activator.CreateInstance(typeof(AddedFields<>).MakeGenericType(added.Fields))!).Fields)
                AddField(field);
    }
}

/// <summary>Makes fields of a class whose constructor takes a view and the id of an object in it.</summary>
internal sealed class AddedFields<T> : AutoRegisteringObjectGraphType<T>
{
    /// <inheritdoc/>
    protected override LambdaExpression BuildMemberInstanceExpression(MemberInfo memberInfo)
    {
        var context = Expression.Parameter(typeof(IResolveFieldContext), "context");
        var source = Expression.Property(context, nameof(IResolveFieldContext.Source));
        var made = Expression.New(typeof(T).GetConstructor([typeof(Reading), typeof(string)])!,
            Expression.Property(Expression.Convert(source, typeof(IHasView)), nameof(IHasView.View)),
            Expression.Property(Expression.Convert(source, typeof(INode)), nameof(INode.Id)));
        return Expression.Lambda(made, context);
    }
}
