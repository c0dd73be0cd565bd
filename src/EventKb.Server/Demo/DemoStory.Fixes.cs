using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;

namespace EventKb.Server.Demo;

internal sealed partial class DemoStory
{
    private async Task Fix()
    {
        var harmful = await Publish("2024-10-01", "Maksājuma atkārtošana", "Ja maksājums nepabeidzas, klients maksā vēlreiz.");
        var fix = await Publish("2024-10-14", "Maksājuma pabeigšana ar roku",
            "Pakalpojuma speciālists salīdzina maksājumu ar bankas izrakstu un pabeidz pieteikumu ar roku.");
        await _send.Send("2024-10-15T07:30:00Z", Second, Stream(harmful),
            new KnowledgeArticleCommand.Withdraw("Nemaksāt otrreiz; pieteikumu pabeidz pakalpojuma speciālists.", fix), "harmful",
            "Divi klienti samaksāja divreiz.", Duty.ServiceOwner);
    }

    /// <summary>Drafts as the expert, approves and publishes as the service's owner: two people, one exact text.</summary>
    private async Task<ExactVersion> Publish(string day, string title, string body)
    {
        var text = new Content { Title = title, Body = body };
        var article = KnowledgeArticle.IdFromCommand(Municipality, _send.NextId);
        var drafted = await _send.Send($"{day}T08:00:00Z", Expert, article,
            new KnowledgeArticleCommand.Draft(ArticleKind.IncidentResolution, "lv", text));
        return await PutIntoUse(day, Expert, new ExactVersion(article.ToString(), 1, drafted.FirstPosition));
    }

    private async Task<ExactVersion> PutIntoUse(string day, string author, ExactVersion written)
    {
        var (article, number) = (Stream(written), written.Number);
        await _send.Send($"{day}T08:30:00Z", author, article, new KnowledgeArticleCommand.SubmitForReview(number));
        var commitment = ((ContentSeal.Present)(await At(written.Position)).Content).Commitment;
        await _send.Send($"{day}T09:00:00Z", Second, article, new KnowledgeArticleCommand.Approve(number, commitment), duty: Duty.ServiceOwner);
        await _send.Send($"{day}T09:05:00Z", Second, article, new KnowledgeArticleCommand.Publish(number), duty: Duty.ServiceOwner);
        return written;
    }

    private async Task<RecordedEvent> At(long position) => (await ledger.Feed.Read(position - 1, 1))[0].Recorded;
}
