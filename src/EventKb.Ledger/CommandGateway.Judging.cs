using EventKb.Domain;
using EventKb.Domain.Persons;
using EventKb.Domain.Policies;

namespace EventKb.Ledger;

/// <content>By what is judged who asks.</content>
public sealed partial class CommandGateway
{
    /// <summary>
    /// Why somebody may never send such a command for an institution, whatever it is about; null = they may, or it depends. For whom it is
    /// answered before the command was read, so that its refusal says nothing about what exists.
    /// </summary>
    public async Task<Rejection?> WhyNever(InstitutionCode institution, Command command, CommandContext context, CancellationToken cancellation)
    {
        var now = UnixMicroseconds.Truncate(_options.Time.GetUtcNow());
        var sent = await WithStanding(new StreamCommand(new(institution, Person.Category, "x"), command, context with { Now = now }, null,
            RealTime.UtcNow + _options.CommandDeadline), cancellation);
        return sent.Standing is { } standing ? Policy.Never(standing, Actions.Of(command), institution) : null;
    }

    /// <summary>
    /// Who asks is judged by what was recorded before; a change of their duties, or of their entry in the directory, that comes meanwhile has
    /// the command judged again.
    /// </summary>
    private async Task<StreamCommand> WithStanding(StreamCommand sent, CancellationToken cancellation)
    {
        var person = sent.Context.Person;
        if (_options.Duties is not { } duties || sent.Context.Via is not (Via.Api or Via.Page)
            || Actions.Of(sent.Command) == PolicyAction.OfNobody)
            return sent;
        if (person.Stream is not { } entry)
            return sent with { Standing = new(person, IsLocalOperator: false, [], []) };
        var (state, position) = await _referred.State(entry);
        var known = (PersonState)state;
        if (known.Kind == PersonKind.LocalOperator)
            return sent with { Standing = new(person, IsLocalOperator: true, [], []) };
        var day = Instants.Day(sent.Context.Now);
        var read = await duties(person, await LastOf(_options.DutiesFrom), LeftUntil(sent.Until), cancellation);
        return sent with
        {
            Standing = new(person, IsLocalOperator: false, [.. known.RightsOn(day)], read.Duties),
            Kinds = read.Kinds,
            DecidedBy = [.. sent.DecidedBy, new ReadAt(_options.DutiesFrom, read.Position)],
            RefersTo = position > 0 ? [position] : [],
        };
    }
}
