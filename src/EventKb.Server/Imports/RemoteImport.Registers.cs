using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using EventKb.Domain;
using EventKb.Server.GraphQL.Schema;

namespace EventKb.Server.Imports;

/// <content>What registers no longer have.</content>
internal sealed partial class RemoteImport
{
    /// <inheritdoc/>
    public override async IAsyncEnumerable<RegisterAcknowledgement> EndAbsent<TRow>(InstitutionCode institution, RegisterScope scope,
        IAsyncEnumerable<TRow> present, bool dryRun, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var address = new StringBuilder(
            string.Create(CultureInfo.InvariantCulture, $"{TRow.Path}/absent?institution={institution}&seenOn={scope.SeenOn:yyyy-MM-dd}"));
        if (scope.Source is { } source)
            address.Append("&source=").Append(Uri.EscapeDataString(source));
        foreach (var duty in scope.Duties)
            address.Append("&duty=").Append(Constants.Of(duty));
        if (dryRun)
            address.Append("&dryRun=true");
        // All of them in one request: what is missing shows only from the whole.
        var lines = new StringBuilder();
        await foreach (var row in present.WithCancellation(cancellation))
            lines.Append(ImportJson.Write(row, language)).Append('\n');
        using var response = await Ask(new(HttpMethod.Post, address.ToString())
        {
            Content = new StringContent(lines.ToString(), Encoding.UTF8, ImportJson.MediaType),
        }, cancellation);
        using var answers = new StreamReader(await response.Content.ReadAsStreamAsync(cancellation));
        while (await answers.ReadLineAsync(cancellation) is { Length: > 0 } line)
            yield return ImportJson.Read<RegisterAcknowledgement>(line);
    }
}
