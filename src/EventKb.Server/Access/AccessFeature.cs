using System.Globalization;
using EventKb.Domain.Access;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Schema;

namespace EventKb.Server.Access;

/// <summary>Who may write into the ledger, which is said by how the server is started.</summary>
internal static class AccessFeature
{
    public static Feature It { get; } = new()
    {
        Schema = new SchemaPart
        {
            Questions = typeof(AccessQuestions),
            WithoutMutation =
                [typeof(LedgerAccessCommand.RequireSignIn), typeof(LedgerAccessCommand.BreakGlass), typeof(LedgerAccessCommand.ReplaceGlass)],
            Remarks = Remark,
        },
    };

    /// <summary>An answer as of a time in which the glass was broken says so.</summary>
    private static async Task<(string, object)?> Remark(Reading view) =>
        await view.Shared(shared => new GlassBreaks(shared)).AtPin() is not { } broken ? null
            : ("glassBroken", new Dictionary<string, object?>
            {
                ["position"] = broken.Position.ToString(CultureInfo.InvariantCulture),
                ["reason"] = broken.Reason,
            });
}
