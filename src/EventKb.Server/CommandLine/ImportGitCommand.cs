using System.CommandLine;
using System.Globalization;
using EventKb.Domain;
using EventKb.Domain.Sources;
using EventKb.Ledger;
using EventKb.Server.GitImport;
using EventKb.Server.Imports;
using Command = System.CommandLine.Command;

namespace EventKb.Server.CommandLine;

/// <summary><c>eventkb import git</c>: a knowledge base kept in git.</summary>
internal static class ImportGitCommand
{
    private const string Description =
        """
        Import the Markdown files of a git repository with their history: an article for each, a revision for each change.

        Run it again to bring in what is new; what is there already adds nothing. A row that cannot be imported is listed
        with the reason and the rest goes on (exit code 2). Symbolic links and other files are left alone.
        """;

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var path = new Argument<string>("PATH") { Description = terminal.In("A bare repository, a work tree or a bundle.") };
        var institution = new Option<string>("--institution")
        {
            Description = terminal.In("Code of the institution whose knowledge it is; registered if it is not yet."),
            HelpName = "CODE",
            Required = true
        };
        var name = new Option<string?>("--name")
        { Description = terminal.In("Its name, for when it is not registered yet [default: the code].") };
        var language = new Option<string>("--language")
        { Description = terminal.In("Language of files that do not name theirs."), DefaultValueFactory = _ => "en" };
        var named = new Option<string?>("--ref")
        { Description = terminal.In("Branch, tag or commit to import [default: the current branch]."), HelpName = "NAME" };
        var source = new Option<string?>("--source")
        { Description = terminal.In("Name by which the knowledge base is known here [default: the last part of PATH]."), HelpName = "NAME" };
        var rewritten = new Option<bool>("--rewritten")
        { Description = terminal.In("Accept a history that does not go through the last commit imported: articles are matched by path.") };
        var map = new Option<string?>("--map")
        {
            Description = terminal.In("JSON file that names the front matter keys, the form of days, and the mailboxes that belong to groups."),
            HelpName = "FILE",
        };
        var dry = new Option<bool>("--dry-run") { Description = terminal.In("Write nothing; say what would be imported.") };
        var data = Options.Data(terminal, required: false);
        var url = new Option<string?>("--url")
        {
            Description = terminal.In("Import through the server that runs there, instead of --data."),
            HelpName = "URL"
        };
        var acknowledgements = new Option<string?>("--acknowledgements")
        { Description = terminal.In("Append a line of JSON to this file for every row as the ledger acknowledges it."), HelpName = "FILE" };
        var command = new Command("git", terminal.In(Description))
        { path, institution, name, language, named, source, rewritten, map, dry, data, url, acknowledgements };
        command.SetAction((parsed, cancellation) => Run(terminal, new Asked(
            parsed.GetRequiredValue(path), OrderOf(parsed.GetRequiredValue(path), Code(parsed.GetRequiredValue(institution)), parsed.GetValue(name),
                parsed.GetValue(source)) with
            { Language = parsed.GetRequiredValue(language), Rewritten = parsed.GetValue(rewritten) },
            parsed.GetValue(map), parsed.GetValue(named), parsed.GetValue(dry), parsed.GetValue(data), parsed.GetValue(url),
            parsed.GetValue(acknowledgements)), cancellation));
        return command;
    }

    private static async Task<int> Run(Terminal terminal, Asked asked, CancellationToken cancellation)
    {
        if (asked.Data is null == asked.Url is null)
            throw CannotGoOn.BadInput("Give either --data DIR or --url URL.");
        if (asked is { DryRun: true, Acknowledgements: not null })
            throw CannotGoOn.BadInput("Give --dry-run or --acknowledgements: where nothing is written nothing is acknowledged.");
        var map = asked.Map is { } said ? await ImportMap.Read(said, cancellation) : ImportMap.None;
        // The repository first: where there is none, no data folder is made.
        using var repository = await GitRepository.Open(asked.Path, asked.Ref, cancellation);
        var isThere = asked.Data is null || !asked.DryRun || File.Exists(Path.Combine(asked.Data, EmbeddedLedger.FileName));
        await using var ledger = isThere && asked.Data is { } folder ? await OpenLedger.Verified(folder, terminal, cancellation) : null;
        ImportTarget? writing = ledger is not null ? new LocalImport(ledger)
            : asked.Url is { } url ? new RemoteImport(LocalAddress.Url(url), terminal.Language) : null;
        await using var target = asked.DryRun ? new DryRun(writing) : writing!;
        var before = (await target.Head(cancellation)).Size;
        await using var log = asked.Acknowledgements is { } file ? new StreamWriter(file, append: true) { AutoFlush = true }
            : null;
        var report = await terminal.Watch("Importing, rows", null, progress =>
            new GitImporter(target, asked.Order with { Map = map }).Import(
                repository,
                DateTimeOffset.FromUnixTimeSeconds(RealTime.UtcNow.ToUnixTimeSeconds()),
                (soFar, acknowledged) =>
                {
                    log?.WriteLine(ImportJson.Write(acknowledged, terminal.Language));
                    progress.Report(soFar.Rows);
                },
                cancellation));
        Print(terminal, asked.Order.Repository, repository, report, before);
        if (target is DryRun dry)
            terminal.Say($"would add {Number(dry.Rows(ImportChange.Added))} articles, revise {Number(dry.Rows(ImportChange.Modified))}, "
                + $"move {Number(dry.Rows(ImportChange.Renamed))} and retire {Number(dry.Rows(ImportChange.Deleted))}; nothing was written");
        return (int)(report.Rejected > 0 ? ExitCode.BadInput : ExitCode.Done);
    }

    private static void Print(Terminal terminal, string source, GitRepository repository, ImportReport report, long before)
    {
        foreach (var warning in report.Warnings)
            terminal.Note($"git: {warning}");
        foreach (var rejected in report.RejectedRows)
            terminal.Note($"not imported: {rejected.Path} at {rejected.Commit}: {rejected.Code}: {rejected.Reason}");
        if (report.Rejected > report.RejectedRows.Count)
            terminal.Note($"not imported: {Number(report.Rejected - report.RejectedRows.Count)} more");
        var head = report.Head!;
        terminal.Say($"source          {source}");
        terminal.Say(repository.Ref is { } read ? $"read            {read}" : (Wording)"read            nothing");
        if (report.Since is { } since)
            terminal.Say($"after           {since}");
        terminal.Say(repository.Head is { } commit ? $"commit          {commit}" : (Wording)"commit          none");
        terminal.Say($"rows            {Number(report.Rows)}");
        terminal.Say($"articles        {Number(report.Articles)}");
        terminal.Say($"events appended {Number(head.Size - before)}");
        terminal.Say($"already there   {Number(report.AlreadyThere)}");
        terminal.Say($"rejected        {Number(report.Rejected)}");
        terminal.Say($"without article {Number(report.Missing)}");
        terminal.Say($"position        {head.Size}");
        terminal.Say($"root            {head.RootHash}");
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static InstitutionCode Code(string text) => InstitutionCode.IsValid(text)
        ? new InstitutionCode(text)
        : throw CannotGoOn.BadInput(
            $"'{text}' is not an institution's code: 1–40 letters, digits and hyphens, a letter or digit first.");

    private static ImportOrder OrderOf(string path, InstitutionCode institution, string? name, string? source)
    {
        var repository = source ?? GitRepository.NameOf(path);
        return KnowledgeSource.CheckName(repository) is { } wrong
            ? throw CannotGoOn.BadInput($"'{repository}' cannot name the source: {wrong.Fact} Give another name with --source.")
            : new(institution, name ?? institution.Value, repository);
    }

    private sealed record Asked(string Path, ImportOrder Order, string? Map, string? Ref, bool DryRun, string? Data, string? Url,
        string? Acknowledgements);
}
