using System.Text;
using CliWrap.Buffered;
using EventKb.Domain;
using EventKb.Server.GitImport;
using EventKb.Server.Imports;

namespace EventKb.Integration.Tests.GitImport;

/// <summary>A small work tree made with git for one test.</summary>
internal sealed class ScratchRepository : IDisposable
{
    public static readonly InstitutionCode Institution = new("GIT");
    public static readonly DateTimeOffset Start = new(2024, 5, 1, 8, 0, 0, TimeSpan.Zero);

    public ScratchRepository() => Git("init", "--quiet", "--initial-branch=main", ".").Wait();

    public string Folder { get; } = Directory.CreateTempSubdirectory("eventkb-test-").FullName;

    public Task<string> Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public async Task<string> Write(string path, byte[] bytes)
    {
        var file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllBytesAsync(file, bytes);
        return file;
    }

    public Task Remove(string path) => Git("rm", "--quiet", path);

    public async Task Move(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Folder, to))!);
        await Git("mv", from, to);
    }

    /// <summary>Commits everything as an author at some minutes after the start, and gives the commit.</summary>
    public async Task<string> Commit(double minutes, string author = "Anna", string? email = null, string message = "row",
        DateTimeOffset? at = null)
    {
        await Git("add", "--all");
        var seconds = (at ?? Start.AddMinutes(minutes)).ToUnixTimeSeconds();
        await Git("-c", "user.name=committer", "-c", "user.email=committer@example.invalid", "commit", "--quiet", "--allow-empty",
            $"--author={author} <{email ?? $"{author.ToLowerInvariant()}@example.invalid"}>", $"--date=@{seconds} +0000", $"--message={message}");
        return (await Git("rev-parse", "HEAD")).Trim();
    }

    /// <summary>Puts a blob into the index under a path of any bytes.</summary>
    public async Task Index(string blob, byte[] path)
    {
        byte[] line = [.. Encoding.ASCII.GetBytes($"100644 {blob}\t"), .. path, 0];
        await Server.GitImport.Git.Run("update-index", "-z", "--index-info").WithWorkingDirectory(Folder)
            .WithStandardInputPipe(CliWrap.PipeSource.FromBytes(line)).ExecuteAsync();
    }

    public async Task<string> Git(params string[] arguments)
    {
        var result = await Server.GitImport.Git.Run(arguments.Prepend("core.autocrlf=false").Prepend("-c")).WithWorkingDirectory(Folder)
            .ExecuteBufferedAsync(Encoding.UTF8);
        return result.IsSuccess ? result.StandardOutput : throw new InvalidOperationException(result.StandardError);
    }

    /// <summary>The rows that the importer reads from it.</summary>
    public Task<List<ImportRow>> Rows() => Read(Folder);

    public static async Task<List<ImportRow>> Read(string path, InstitutionCode? institution = null)
    {
        using var repository = await GitRepository.Open(path, null, default);
        return await new GitHistory(repository, new(institution ?? Institution, "Git", "git"), new GitLine(DateTimeOffset.UtcNow, _ => { }), []).Rows(default).ToListAsync();
    }

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
            File.SetAttributes(file, FileAttributes.Normal);
        Directory.Delete(Folder, recursive: true);
    }
}
