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
        var into = new ImportOptions(terminal);
        var command = into.AddTo(new("git", terminal.In(Description)) { path, language, named, source, rewritten, map });
        command.SetAction((parsed, cancellation) => Run(terminal, new Asked(into.Read(parsed), parsed.GetRequiredValue(path), parsed.GetValue(source),
            parsed.GetRequiredValue(language), parsed.GetValue(rewritten), parsed.GetValue(map), parsed.GetValue(named)), cancellation));
        return command;
    }

    private static async Task<int> Run(Terminal terminal, Asked asked, CancellationToken cancellation)
    {
        var order = OrderOf(asked) with { Map = asked.Map is { } said ? await ImportMap.Read(said, cancellation) : ImportMap.None };
        // The repository first: where there is none, no data folder is made.
        using var repository = await GitRepository.Open(asked.Path, asked.Ref, cancellation);
        return await asked.Into.Into(terminal, (target, acknowledge) => Import(terminal, order, repository, target, acknowledge, cancellation),
            cancellation);
    }

    private static async Task<int> Import(Terminal terminal, ImportOrder order, GitRepository repository, ImportTarget target,
        Action<ImportAnswer> acknowledge, CancellationToken cancellation)
    {
        var before = (await target.Head(cancellation)).Size;
        var report = await terminal.Watch("Importing, rows", null, progress => new GitImporter(target, order).Import(
            repository,
            DateTimeOffset.FromUnixTimeSeconds(RealTime.UtcNow.ToUnixTimeSeconds()),
            (soFar, acknowledged) =>
            {
                acknowledge(acknowledged);
                progress.Report(soFar.Rows);
            },
            cancellation));
        Print(terminal, order.Repository, repository, report, before);
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

    private static ImportOrder OrderOf(Asked asked)
    {
        var repository = asked.Source ?? GitRepository.NameOf(asked.Path);
        return KnowledgeSource.CheckName(repository) is { } wrong
            ? throw CannotGoOn.BadInput($"'{repository}' cannot name the source: {wrong.Fact} Give another name with --source.")
            : new(asked.Into.Institution, asked.Into.Name, repository) { Language = asked.Language, Rewritten = asked.Rewritten };
    }

    private sealed record Asked(
        ImportOrders Into, string Path, string? Source, string Language, bool Rewritten, string? Map, string? Ref);
}
