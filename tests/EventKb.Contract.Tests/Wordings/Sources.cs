using EventKb.Contract.Tests.Ledger;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EventKb.Contract.Tests.Wordings;

/// <summary>The program's sources, compiled in memory without what source generators add.</summary>
internal static class Sources
{
    private const string Usings =
        """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    private const string WebUsings =
        """
        global using System.Net.Http.Json; global using Microsoft.AspNetCore.Builder; global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http; global using Microsoft.AspNetCore.Routing; global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection; global using Microsoft.Extensions.Hosting; global using Microsoft.Extensions.Logging;
        """;

    private static readonly MetadataReference[] Libraries = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file))];

    /// <summary>The projects in which there are messages.</summary>
    public static IEnumerable<Compilation> All() =>
        [Of("EventKb.Domain", "EventKb.Domain"), Of("EventKb.Ledger", "EventKb.Ledger"), Of("EventKb.ReadModels", "EventKb.ReadModels"),
            Of("EventKb.Server", "eventkb", WebUsings, OutputKind.ConsoleApplication)];

    private static CSharpCompilation Of(string project, string assembly, string usings = "",
        OutputKind kind = OutputKind.DynamicallyLinkedLibrary)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp14);
        var folder = Path.Combine(Repository.Root, "src", project);
        var trees = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), options, file))
            .Append(CSharpSyntaxTree.ParseText(Usings + usings, options));
        var references = Libraries.Where(library =>
            !string.Equals(Path.GetFileNameWithoutExtension(library.Display), assembly, StringComparison.OrdinalIgnoreCase));
        return CSharpCompilation.Create(assembly, trees, references,
            new CSharpCompilationOptions(kind, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
    }
}
