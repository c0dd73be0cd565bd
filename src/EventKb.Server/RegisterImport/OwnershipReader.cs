using EventKb.Domain;
using EventKb.Domain.Ownership;
using EventKb.Server.Imports;
using EventKb.Server.MappedFiles;

namespace EventKb.Server.RegisterImport;

/// <summary>Reads a register of duties.</summary>
internal sealed class OwnershipReader(
    OwnershipMap map, FileRows rows, WrittenForm written, IReadOnlyDictionary<string, int> columns, DateOnly seenOn)
    : MappedReader<OwnershipRow>(rows, written, columns)
{
    /// <inheritdoc/>
    protected override OwnershipRow Row(long line, RowValues values)
    {
        var duty = Word(values, OwnershipKeys.Duty, map.Duty, map.DutiesByWord);
        var subject = duty.ScopeOf() == Scope.Institution ? null : Needed(values, OwnershipKeys.Subject);
        var (holder, from) = (Needed(values, OwnershipKeys.Holder), NeededDay(values, OwnershipKeys.From));
        var basis = new Basis(Needed(values, OwnershipKeys.Order), NeededDay(values, OwnershipKeys.OrderDate));
        return Once((duty, subject, holder, from), OwnershipKeys.Holder, holder, new(duty, subject, map.People, holder, from, basis, line, seenOn)
        {
            Until = values.Day(OwnershipKeys.Until),
            Reason = values[OwnershipKeys.Reason] is { } reason ? map.ReasonsByWord.GetValueOrDefault(reason, reason) : null,
        });
    }
}
