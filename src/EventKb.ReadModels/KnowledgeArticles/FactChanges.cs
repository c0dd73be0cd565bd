using System.Globalization;
using EventKb.Domain.KnowledgeArticles;

namespace EventKb.ReadModels.KnowledgeArticles;

/// <summary>What differs between the facts of two revisions, a value at a time.</summary>
internal static class FactChanges
{
    public static List<FactChange> Between(FactsAtRevision from, FactsAtRevision to)
    {
        var changes = new List<FactChange>();
        foreach (var ((path, before), (_, after)) in Values(from).Zip(Values(to)))
        {
            if (path is "kind" or "language" or "accountable" or "steward.person" or "steward.group")
            {
                if (before.SingleOrDefault() != after.SingleOrDefault())
                    changes.Add(new FactChange(path, before.SingleOrDefault(), after.SingleOrDefault()));
                continue;
            }

            changes.AddRange(before.Except(after).Select(value => new FactChange(path, value, null)));
            changes.AddRange(after.Except(before).Select(value => new FactChange(path, null, value)));
        }

        return changes;
    }

    private static IEnumerable<(string Path, IReadOnlyList<string> Values)> Values(FactsAtRevision at)
    {
        var (facts, about) = (at.Facts, at.Facts.Classification ?? new Classification());
        return
        [
            ("kind", [RowJson.Name(facts.Kind)]), ("language", [facts.Language]), ("accountable", One(facts.Accountable)),
            ("steward.person", One(facts.StewardPerson)), ("steward.group", One(facts.StewardGroup)),
            ("classification.services", about.Services), ("classification.resources", about.Resources),
            ("classification.lifeSituations", about.LifeSituations), ("classification.territories", about.Territories),
            ("classification.errorCodes", about.ErrorCodes), ("classification.keywords", about.Keywords),
            ("audience", Audience(facts.Audience)),
            ("sectionAudiences", [.. (facts.SectionAudiences ?? new Dictionary<string, Audience>())
                .SelectMany(s => Audience(s.Value).Select(value => $"{s.Key}: {value}"))]),
            ("attachments", [.. at.Attachments.Select(f => f.Sha256)]),
            ("relations", [.. at.Relations.Select(r => $"{RowJson.Name(r.Type)} {r.Target.Stream}@{r.Target.Number}")]),
        ];
    }

    private static IReadOnlyList<string> One(string? value) => value is null ? [] : [value];

    private static IReadOnlyList<string> Audience(Audience? audience) => audience is null ? [] :
    [
        .. audience.SupportLevels.Select(level => string.Create(CultureInfo.InvariantCulture, $"support level {level}")),
        .. audience.Staff ? ["staff"] : Array.Empty<string>(), .. audience.Partners ? ["partners"] : Array.Empty<string>(),
        .. audience.RestrictedBasis is { } basis ? [$"restricted: {basis}"] : Array.Empty<string>(),
        .. audience.RestrictedUntil is { } until ? [$"until {Micros.Day(until)}"] : Array.Empty<string>(),
    ];
}
