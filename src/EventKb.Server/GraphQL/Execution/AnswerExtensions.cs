using System.Globalization;
using EventKb.Server.GraphQL.Schema;
using GraphQL;
using GraphQL.Execution;

namespace EventKb.Server.GraphQL.Execution;

/// <summary>Says of every root field at which position and time it was answered, and how far that was behind the ledger.</summary>
internal static class AnswerExtensions
{
    public static async Task Add(ExecutionResult result, Operation operation, IReadOnlyList<SchemaPart> parts, CancellationToken cancellation)
    {
        if (result.Data is not RootExecutionNode { SubFields: { } fields })
            return;
        var lag = Math.Max(0, (await operation.Services.Feed.Head(cancellation)).Size - operation.Head.Session.Checkpoint.Position);
        var answers = new Dictionary<string, object?>();
        foreach (var field in fields)
        {
            if (field.Name is not { } name || field.FieldDefinition.Name.StartsWith("__", StringComparison.Ordinal))
                continue;
            var view = (field.Result as IHasView)?.View ?? operation.Head;
            var said = new Dictionary<string, object?>
            {
                ["position"] = view.Pin.Position.ToString(CultureInfo.InvariantCulture),
                ["validAt"] = Times.Write(view.Pin.Valid),
                ["lag"] = view.IsExplicit ? 0 : lag,
            };
            foreach (var remarks in parts.Select(part => part.Remarks).OfType<Func<Reading, Task<(string Name, object Said)?>>>())
                if (await remarks(view) is { } remark)
                    said[remark.Name] = remark.Said;
            answers[name] = said;
        }

        result.Extensions = new Dictionary<string, object?> { ["eventkb"] = answers };
    }
}

/// <summary>An answer that knows the view it was read from.</summary>
internal interface IHasView
{
    internal Reading View { get; }
}
