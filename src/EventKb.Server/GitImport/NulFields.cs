using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace EventKb.Server.GitImport;

/// <summary>Fields that end with a NUL, which no path and no name can contain.</summary>
internal sealed class NulFields(PipeReader input)
{
    private const int LongestField = 16 * 1024 * 1024;

    /// <summary>The next field, or null at the end.</summary>
    public async ValueTask<GitText?> Next(CancellationToken cancellation)
    {
        while (true)
        {
            var read = await input.ReadAsync(cancellation);
            if (read.Buffer.PositionOf((byte)0) is { } end)
            {
                var field = Decode(read.Buffer.Slice(0, end));
                input.AdvanceTo(read.Buffer.GetPosition(1, end));
                return field;
            }

            if (read.Buffer.Length > LongestField)
                throw new InvalidDataException($"git printed a field of more than {LongestField} bytes.");
            input.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (read.IsCompleted)
                return read.Buffer.IsEmpty ? null : throw new InvalidDataException("git's output ends within a field.");
        }
    }

    /// <summary>The next field, which must be there.</summary>
    public async ValueTask<GitText> Expect(CancellationToken cancellation) =>
        await Next(cancellation) ?? throw new InvalidDataException("git's output ends too early.");

    private static GitText Decode(ReadOnlySequence<byte> bytes)
    {
        try
        {
            return new GitText(Git.StrictUtf8.GetString(bytes), true);
        }
        catch (DecoderFallbackException)
        {
            return new GitText(Encoding.UTF8.GetString(bytes), false);
        }
    }
}
