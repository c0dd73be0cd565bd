using System.Buffers;
using System.ComponentModel;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Threading.Channels;
using CliWrap;
using EventKb.Domain;

namespace EventKb.Server.GitImport;

/// <summary>
/// Contents by object id from one long-lived <c>git cat-file --batch</c>; what is too large is passed over unread.
/// </summary>
internal sealed class GitBlobs : IAsyncDisposable
{
    private readonly Channel<string> _asked = Channel.CreateBounded<string>(1);
    private readonly Pipe _answers = new(new PipeOptions(pauseWriterThreshold: 256 * 1024, resumeWriterThreshold: 128 * 1024));
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    /// <summary>Starts the process.</summary>
    public GitBlobs(GitRepository repository) => _running = Run(repository);

    /// <summary>The content of a blob, or only its size where it has more bytes than <paramref name="most"/>.</summary>
    public async Task<(long Size, byte[]? Content)> Read(string blob, int most, CancellationToken cancellation)
    {
        await _asked.Writer.WriteAsync(blob, cancellation);
        var header = await ReadLine(cancellation);
        if (header.Split(' ') is not [_, "blob", var length]
            || !long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var size))
            throw Incomplete($"git has no content {blob} ({header}).");
        var content = size <= most ? new byte[size] : null;
        await Take(size, content, cancellation);
        await Take(1, null, cancellation); // the line feed after the content
        return (size, content);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _asked.Writer.TryComplete();
        await _answers.Reader.CompleteAsync();
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task Run(GitRepository repository)
    {
        try
        {
            await Git.Run("--git-dir", repository.GitFolder, "cat-file", "--batch")
                .WithStandardInputPipe(PipeSource.Create(Ask))
                .WithStandardOutputPipe(PipeTarget.Create((output, token) => output.CopyToAsync(_answers.Writer, token)))
                .ExecuteAsync(_stop.Token);
            await _answers.Writer.CompleteAsync();
        }
        catch (Win32Exception)
        {
            await _answers.Writer.CompleteAsync(Git.Missing());
        }
        catch (Exception failure)
        {
            await _answers.Writer.CompleteAsync(failure);
        }
    }

    private async Task Ask(Stream input, CancellationToken cancellation)
    {
        await foreach (var blob in _asked.Reader.ReadAllAsync(cancellation))
        {
            await input.WriteAsync(Encoding.ASCII.GetBytes(blob + "\n"), cancellation);
            await input.FlushAsync(cancellation);
        }
    }

    private static CannotGoOn Incomplete(Wording fact) => CannotGoOn.BadInput(
        $"The repository is incomplete: {fact} What was imported stands; mend the repository (git fsck) and import it again.");

    private async Task<string> ReadLine(CancellationToken cancellation)
    {
        while (true)
        {
            var read = await _answers.Reader.ReadAsync(cancellation);
            if (read.Buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = Encoding.ASCII.GetString(read.Buffer.Slice(0, end));
                _answers.Reader.AdvanceTo(read.Buffer.GetPosition(1, end));
                return line;
            }

            _answers.Reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (read.IsCompleted)
                throw Incomplete("git cat-file ended too early.");
        }
    }

    private async Task Take(long size, byte[]? into, CancellationToken cancellation)
    {
        for (long done = 0; done < size;)
        {
            var read = await _answers.Reader.ReadAsync(cancellation);
            var part = read.Buffer.Slice(0, Math.Min(read.Buffer.Length, size - done));
            if (into is not null)
                part.CopyTo(into.AsSpan((int)done));
            done += part.Length;
            _answers.Reader.AdvanceTo(part.End);
            if (read.IsCompleted && done < size && part.IsEmpty)
                throw Incomplete("git cat-file ended within a content.");
        }
    }
}
