using System.Text.RegularExpressions;
using EventKb.Server;

namespace EventKb.Contract.Tests.Structure;

/// <summary>Which folder may name which: features stand on the shell and on each other, never in a circle, and the shell knows none.</summary>
public sealed class Arrows
{
    /// <summary>What every feature is built in.</summary>
    private static readonly string[] Shell = ["GraphQL", "Reactions", "Health"];

    /// <summary>Files in which everything comes together; each is a list or a start of the program.</summary>
    private static readonly string[] Compositions =
        ["Deciders.cs", "Projections.cs", "LineageKinds.cs", "Features.cs", "ServerApp.cs", "ServerApp.Web.cs", "Program.cs", "EmbeddedLedger.cs"];

    /// <summary>In the server, what a folder names besides the shell.</summary>
    private static readonly Dictionary<string, string[]> Server = new()
    {
        [""] = ["SignIn"],
        ["Access"] = ["Persons"],
        ["AccessLog"] = ["Catalogue", "Export", "Persons"],
        ["Attachments"] = [],
        ["Audit"] = ["Access", "Catalogue", "Ownership", "Persons"],
        ["Catalogue"] = [],
        ["Citations"] = ["Catalogue", "KnowledgeArticles", "Persons", "ServiceRecords"],
        ["CommandLine"] = ["Access", "AccessLog", "Demo", "Export", "GitImport", "Imports", "Listening", "Losses", "MappedFiles",
            "RecordImport", "RegisterImport", "SignIn"],
        ["Coverage"] = ["Catalogue", "KnowledgeArticles", "ServiceRecords"],
        ["Demo"] = ["GitImport", "Imports", "Persons"],
        ["Erasure"] = [],
        ["Explorer"] = [],
        ["Export"] = [],
        ["GitImport"] = ["Imports"],
        ["Governance"] = ["Catalogue", "KnowledgeArticles", "Persons"],
        ["Holds"] = [],
        ["IncidentProblemLinks"] = ["Catalogue", "Ownership", "Persons", "ServiceRecords"],
        ["Impact"] = ["KnowledgeArticles", "Ownership"],
        ["Imports"] = ["Persons"],
        ["KnowledgeArticles"] = ["Attachments", "Audit", "Catalogue", "Ownership", "Persons"],
        ["KnownErrors"] = ["KnowledgeArticles", "Ownership", "Persons", "ServiceRecords"],
        ["Lineage"] = ["KnowledgeArticles"],
        ["Listening"] = [],
        ["Losses"] = [],
        ["Ownership"] = ["Catalogue", "Persons"],
        ["MappedFiles"] = ["Imports"],
        ["Persons"] = ["Catalogue"],
        ["PersonReports"] = ["Audit"],
        ["Policies"] = ["Ownership"],
        ["RecordImport"] = ["Imports", "MappedFiles"],
        ["RegisterImport"] = ["Imports", "MappedFiles"],
        ["ServiceRecords"] = ["Catalogue", "Ownership", "Persons"],
        ["SignIn"] = ["Listening", "Persons"],
        ["Sources"] = ["Catalogue", "KnowledgeArticles"],
    };

    [Fact]
    public void A_folder_of_the_server_names_what_is_written_here_and_nothing_else()
    {
        var named = Of("Server").Where(arrow => !Shell.Contains(arrow.To) && !Shell.Contains(arrow.From))
            .GroupBy(arrow => arrow.From).ToDictionary(from => from.Key, from => from.Select(arrow => arrow.To).Order().ToArray());
        Assert.Equal(Lines(Server), Lines(Server.Keys.Union(named.Keys).ToDictionary(from => from, from => named.GetValueOrDefault(from, []))));
    }

    [Fact]
    public void No_file_of_the_shell_names_a_feature()
    {
        var features = Server.Keys.Except(["", "CommandLine"]).ToList();
        var types = new[] { typeof(Domain.Command), typeof(ReadModels.Pin), typeof(Feature) }.SelectMany(type => type.Assembly.GetTypes())
            .Where(type => !type.IsNested && features.Contains(type.Namespace?.Split('.').ElementAtOrDefault(2) ?? "")).Select(type => type.Name.Split('`')[0])
            .ToHashSet();
        var naming = SourceFolders.Files("Server").Where(file => Shell.Contains(file.Folder) || file is { Folder: "", Name: "Feature.cs" })
            .SelectMany(file => Regex.Matches(file.Text, @"(?<![.\w])[A-Z]\w*\b(?! = )").Select(word => word.Value).Where(types.Contains).Distinct()
                .Select(word => $"{file.Name}: {word}"));
        Assert.Empty(naming);
    }

    [Theory]
    [InlineData("Domain")]
    [InlineData("Ledger")]
    [InlineData("ReadModels")]
    [InlineData("Server")]
    public void No_folders_name_each_other_in_a_circle(string project)
    {
        var arrows = Of(project).Where(arrow => arrow.From.Length > 0 && arrow.To.Length > 0).ToLookup(arrow => arrow.From, arrow => arrow.To);
        foreach (var folder in arrows.Select(from => from.Key))
            Assert.DoesNotContain(folder, Reached(arrows, folder));
    }

    [Fact]
    public void No_project_names_one_that_stands_on_it()
    {
        foreach (var (level, project) in SourceFolders.Projects.Index())
            foreach (var file in SourceFolders.Files(project))
                Assert.Empty(SourceFolders.Named(file.Text).Select(name => name.Project).Intersect(SourceFolders.Projects.Skip(level + 1)));
    }

    private static IEnumerable<(string From, string To)> Of(string project)
    {
        var folders = SourceFolders.Files(project).Select(file => file.Folder).ToHashSet();
        return SourceFolders.Files(project).Where(file => !Compositions.Contains(file.Name))
            .SelectMany(file => SourceFolders.Named(file.Text).Where(name => name.Project == project && name.Folder.Length > 0
                && name.Folder != file.Folder && folders.Contains(name.Folder)).Select(name => (file.Folder, name.Folder))).Distinct();
    }

    private static HashSet<string> Reached(ILookup<string, string> arrows, string from)
    {
        var reached = new HashSet<string>();
        var next = new Stack<string>(arrows[from]);
        while (next.TryPop(out var folder))
            if (reached.Add(folder))
                foreach (var further in arrows[folder])
                    next.Push(further);
        return reached;
    }

    private static string Lines(Dictionary<string, string[]> arrows) =>
        string.Join("\n", arrows.OrderBy(from => from.Key, StringComparer.Ordinal).Select(from => $"{from.Key} -> {string.Join(", ", from.Value)}"));
}
