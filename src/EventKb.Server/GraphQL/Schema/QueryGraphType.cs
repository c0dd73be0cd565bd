using System.Linq.Expressions;
using System.Reflection;
using EventKb.Server.GraphQL.Execution;
using GraphQL;
using GraphQL.Types;

namespace EventKb.Server.GraphQL.Schema;

/// <summary>The query root: its own fields and the questions of every feature.</summary>
internal sealed class QueryGraphType : AutoRegisteringObjectGraphType<Query>
{
    public QueryGraphType(IEnumerable<SchemaPart> parts)
    {
        foreach (var questions in parts.Select(part => part.Questions).OfType<Type>())
            foreach (var field in ((IComplexGraphType)Activator.CreateInstance(typeof(QuestionFields<>).MakeGenericType(questions))!).Fields)
                AddField(field);
    }
}

/// <summary>Makes fields of a feature's questions, each asked of the view in which the field stands.</summary>
internal sealed class QuestionFields<T> : AutoRegisteringObjectGraphType<T>
{
    /// <inheritdoc/>
    protected override LambdaExpression BuildMemberInstanceExpression(MemberInfo memberInfo)
    {
        var context = Expression.Parameter(typeof(IResolveFieldContext), "context");
        var source = Expression.Convert(Expression.Property(context, nameof(IResolveFieldContext.Source)), typeof(IHasView));
        var made = Expression.New(typeof(T).GetConstructor([typeof(Reading)])!, Expression.Property(source, nameof(IHasView.View)));
        return Expression.Lambda(made, context);
    }
}
