using EventKb.Domain;
using EventKb.Ledger;
using EventKb.Server.GraphQL.Execution;

namespace EventKb.Server.GraphQL.Mutations;

/// <summary>Sends what a mutation asks for to the gateway and says what became of it.</summary>
internal static class CommandSending
{
    private const int MostBehind = 1_000;

    public static async Task<CommandPayload> Send(Operation operation, MutationDefinition definition, CommandShape shape,
        IDictionary<string, object?> given, CancellationToken cancellation)
    {
        var clientId = given.TryGetValue("clientMutationId", out var id) ? (string?)id : null;
        var payload = (CommandPayload)Activator.CreateInstance(definition.Payload)!;
        (StreamId? Stream, InstitutionCode? Of) about = default;
        try
        {
            var named = NamedStream(definition, given);
            var institution = named?.Institution ?? Coded(given, definition.InstitutionOf ?? "institution");
            about = (named, institution);
            CheckClientId(clientId);
            var acting = Given<string?>(given, "actingInstitution") is null ? institution : Coded(given, "actingInstitution");
            var context = Context(operation, acting, clientId, given);
            var command = await Read(operation, definition, shape, given, institution, context, cancellation);
            using var held = definition.Holds(operation, command);
            var stream = named ?? definition.BeginsBy?.Invoke(operation.Services.Pseudonyms, command)
                ?? definition.Begins!(institution, context.CommandId, command);
            await operation.Caller.BeforeActing(cancellation);
            about = (stream, institution);
            var outcome = await operation.Services.Gateway.Send(stream, command, context, cancellation);
            payload.Fill(operation, clientId, stream, outcome, !definition.IsBeginning);
            // A payload that shows what was changed waits for it by itself; others wait only where the views fall far behind.
            if (payload.Position is { } position)
                await operation.Services.Runner.WaitFor(position - MostBehind, Operation.Patience, cancellation);
        }
        catch (InputRefused refused)
        {
            payload.Refuse(operation, clientId, refused.Rejection, null);
        }
        catch (LedgerUnavailableException outage)
        {
            throw new CodedError("LEDGER_UNAVAILABLE", outage.Wording);
        }

        foreach (var error in payload.Errors)
            operation.Services.Refusals.Note(new(operation.Viewer.Person, definition.Name, error.Code, about.Stream, about.Of));
        return payload;
    }

    /// <summary>Reads the command; to whom it is forbidden in any case it is not said what of that which it names there is.</summary>
    private static async Task<Command> Read(Operation operation, MutationDefinition definition, CommandShape shape,
        IDictionary<string, object?> given, InstitutionCode institution, CommandContext context, CancellationToken cancellation)
    {
        try
        {
            return await shape.Read(given, new InputReading(operation));
        }
        catch (InputRefused refused)
        {
            throw await operation.Services.Gateway.WhyNever(institution, definition.Sample, context, cancellation) is { } never
                ? new InputRefused(never) : refused;
        }
    }

    private static void CheckClientId(string? clientId)
    {
        if (clientId is { Length: 0 or > Limits.Tag })
            throw new InputRefused(Rejection.Invalid("clientMutationId", $"'clientMutationId' must be 1 to {Limits.Tag} characters long."));
    }

    /// <summary>The stream that <c>id</c> names; one of another kind does not exist here.</summary>
    private static StreamId? NamedStream(MutationDefinition definition, IDictionary<string, object?> given)
    {
        if (definition.IsBeginning)
            return null;
        return StreamId.Parse(given["id"]!.ToString()) is { } stream && stream.Category == definition.Category
            ? stream
            : throw new InputRefused(CommandPayload.NotFound(given["id"]!.ToString()!));
    }

    /// <summary>The institution that a field names, by its code or as the first part of an id.</summary>
    private static InstitutionCode Coded(IDictionary<string, object?> given, string field)
    {
        var text = given[field]!.ToString()!.Split('/')[0];
        return InstitutionCode.IsValid(text)
            ? new InstitutionCode(text)
            : throw new InputRefused(Rejection.Invalid(field, InputShapes.NoInstitution));
    }

    private static CommandContext Context(Operation operation, InstitutionCode institution, string? clientId,
        IDictionary<string, object?> given)
    {
        var person = operation.Viewer.Person ?? throw new CodedError("UNAUTHENTICATED", "Sign in to change anything.");
        var id = clientId is null
            ? CommandId.From("random", Guid.NewGuid().ToString("N"))
            : CommandId.From(institution.Value, person.Value, clientId);
        return new CommandContext(id, operation.Now, operation.Now, person, institution, Via.Api, id.Value, operation.CorrelationId)
        {
            Duty = Given<Duty?>(given, "actingDuty"),
            OnBehalfOf = given.TryGetValue("onBehalfOf", out var other) && other is not null ? new PersonId(other.ToString()!) : null,
            ReasonCode = Given<string?>(given, "reasonCode"),
            ReasonText = Given<string?>(given, "reason"),
            ExpectedVersion = Given<int?>(given, "expectedVersion"),
        };
    }

    private static T? Given<T>(IDictionary<string, object?> given, string name) =>
        given.TryGetValue(name, out var value) && value is not null ? (T)value : default;
}
