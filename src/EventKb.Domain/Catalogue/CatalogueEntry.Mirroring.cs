using static EventKb.Domain.Catalogue.CatalogueEntryCommand;
using static EventKb.Domain.Catalogue.CatalogueEntryEvent;
using static EventKb.Domain.Catalogue.CatalogueEntryRejections;

namespace EventKb.Domain.Catalogue;

/// <content>Following a register that is kept elsewhere.</content>
public static partial class CatalogueEntry
{
    private static Decision Mirror(CatalogueEntryState state, Mirror c)
    {
        var malformed = Form.Known("kind", c.Kind) ?? Form.Tag("code", c.Code) ?? Texts(c.Name, c.Summary)
            ?? Form.Day("from", c.From) ?? Form.Day("until", c.Until) ?? Form.Day("seenOn", c.SeenOn);
        if (malformed is not null)
            return malformed;
        var from = state.Registered?.From ?? c.From ?? c.SeenOn;
        if (c.From is { } said && said != from)
            return AlreadyRegistered;
        if (state.DiscontinuedFrom is { } day && day != c.Until)
            return LeftRegister(day);
        return (c.Until is { } until ? Form.After("until", until, from) : null).Or(new Accepted([.. News(state, c, from)]));
    }

    private static IEnumerable<NewEvent> News(CatalogueEntryState state, Mirror c, DateOnly from)
    {
        var content = new Content { Title = c.Name, Summary = c.Summary };
        if (state.Registered is null)
            yield return new(new Registered(c.Kind, c.Code, from), content);
        else if (state.Texts?.Digest != content.Digests().Text)
            yield return new(new Described(c.SeenOn < from ? from : c.SeenOn), content);
        if (c.Until is { } until && state.DiscontinuedFrom is null)
            yield return new(new Discontinued(until));
    }
}
