namespace EventKb.Integration.Tests.Prov;

/// <summary>The basics of PROV-CONSTRAINTS: what is named is there, of one type, made and ended once and in order.</summary>
internal sealed class ProvConstraints
{
    private readonly ProvDocument _document;
    private readonly Dictionary<string, HashSet<string>> _things;
    private readonly List<string> _faults = [];
    private readonly Dictionary<string, ProvStated> _made;
    private readonly Dictionary<string, ProvStated> _ended;

    private ProvConstraints(ProvDocument document)
    {
        _document = document;
        _things = new[] { "entity", "activity", "agent" }.ToDictionary(kind => kind, kind => document.In(kind).Select(t => t.Id).ToHashSet());
        (_made, _ended) = (Once("wasGeneratedBy", "unique-generation"), Once("wasInvalidatedBy", "unique-invalidation"));
    }

    /// <summary>What is wrong with a document, in form and in content; each begins with the name of the rule that is broken.</summary>
    public static IReadOnlyList<string> Broken(string json)
    {
        if (ProvDocument.ParseOrNull(json) is not { } document)
            return ["json: no object of sections, or one whose names recur"];
        var constraints = new ProvConstraints(document);
        constraints.Declared();
        constraints.Activities();
        constraints.Lives();
        constraints.Derivations();
        constraints.Specialisations();
        return [.. document.Faults, .. constraints._faults];
    }

    private void Declared()
    {
        foreach (var both in _things["entity"].Intersect(_things["activity"]))
            Fault("entity-and-activity", both);
        foreach (var statement in _document.Statements)
            foreach (var (member, (kind, _)) in ProvForm.Sections[statement.Section])
                if (kind is not (ProvForm.Time or "statement") && statement.Values.TryGetValue(member, out var name)
                    && !(kind == "any" ? _things.Values.Any(known => known.Contains(name)) : _things[kind].Contains(name)))
                    Fault("undeclared", $"{kind} {name} in {statement.Section}");
    }

    private void Activities()
    {
        foreach (var activity in _document.In("activity"))
            Order("start-before-end", activity.Id, activity.Time("startTime"), activity.Time("endTime"));
        var known = _document.In("activity").ToDictionary(a => a.Id);
        foreach (var happened in _made.Values.Concat(_ended.Values))
            if (happened["activity"] is { } by && known.TryGetValue(by, out var activity))
            {
                Order("within-activity", happened.Id, activity.Time("startTime"), happened.Time("time"));
                Order("within-activity", happened.Id, happened.Time("time"), activity.Time("endTime"));
            }
    }

    private void Lives()
    {
        foreach (var (entity, ended) in _ended)
            Order("generated-before-invalidated", entity, Made(entity), ended.Time("time"));
    }

    private void Derivations()
    {
        foreach (var derived in _document.In("wasDerivedFrom"))
            Order("used-before-derived", derived.Id, Made(derived["usedEntity"]), Made(derived["generatedEntity"]));
        Acyclic("derived-from-itself", _document.In("wasDerivedFrom").Select(d => (d["generatedEntity"], d["usedEntity"])));
    }

    private void Specialisations()
    {
        foreach (var (specific, general) in _document.In("specializationOf").Select(s => (s["specificEntity"], s["generalEntity"])))
        {
            Order("specialisation-within", specific, Made(general), Made(specific));
            Order("specialisation-within", specific, Made(specific), Ended(general));
            Order("specialisation-within", specific, Ended(specific), Ended(general));
        }

        Acyclic("specialisation-of-itself", _document.In("specializationOf").Select(s => (s["specificEntity"], s["generalEntity"])));
    }

    private void Acyclic(string rule, IEnumerable<(string? From, string? To)> all)
    {
        var (left, edges) = (0, all.Where(e => e.From is not null && e.To is not null).ToList());
        while (left != edges.Count)
        {
            left = edges.Count;
            var sources = edges.Select(e => e.From).ToHashSet();
            edges.RemoveAll(e => !sources.Contains(e.To));
        }

        foreach (var edge in edges.Take(1))
            Fault(rule, edge.From!);
    }

    private Dictionary<string, ProvStated> Once(string section, string rule)
    {
        var once = new Dictionary<string, ProvStated>();
        foreach (var statement in _document.In(section))
            if (statement["entity"] is { } entity && !once.TryAdd(entity, statement))
                Fault(rule, entity);
        return once;
    }

    private DateTimeOffset? Made(string? entity) => _made.GetValueOrDefault(entity ?? "")?.Time("time");

    private DateTimeOffset? Ended(string? entity) => _ended.GetValueOrDefault(entity ?? "")?.Time("time");

    private void Order(string rule, string? where, DateTimeOffset? first, DateTimeOffset? then)
    {
        if (first > then)
            Fault(rule, $"{where} {first:O} {then:O}");
    }

    private void Fault(string rule, string where) => _faults.Add($"{rule}: {where}");
}
