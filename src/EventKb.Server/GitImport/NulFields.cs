using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;

namespace EventKb.Server.GitImport;

/// <summary>Fields that end with a NUL, which no path and no name can contain.</summary>
internal sealed class NulFields(PipeReader input)
{
    private const int LongestField = 16 * 1024 * 1024;

    /// <summary>The next field, or null at the end; bytes that are no UTF-8 are replaced, in a path escaped.</summary>
    public async ValueTask<GitText?> Next(CancellationToken cancellation, bool isPath = false)
    {
        while (true)
        {
            var read = await input.ReadAsync(cancellation);
            if (read.Buffer.PositionOf((byte)0) is { } end)
            {
                var field = isPath ? Path(read.Buffer.Slice(0, end).ToArray()) : new GitText(Encoding.UTF8.GetString(read.Buffer.Slice(0, end)));
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
    public async ValueTask<GitText> Expect(CancellationToken cancellation, bool isPath = false) =>
        await Next(cancellation, isPath) ?? throw new InvalidDataException("git's output ends too early.");

    /// <summary>A path is bytes: what is no text in it is written as %XX, so that two paths stay two.</summary>
    private static GitText Path(byte[] bytes)
    {
        var left = bytes.AsSpan();
        var isText = true;
        var path = new StringBuilder();
        while (left.Length > 0)
        {
            var isRune = Rune.DecodeFromUtf8(left, out var rune, out var length) == OperationStatus.Done && !Rune.IsControl(rune);
            foreach (var one in isRune ? [] : left[..length])
                path.Append('%').Append(one.ToString("X2", CultureInfo.InvariantCulture));
            if (isRune)
                path.Append(rune);
            isText &= isRune;
            left = left[length..];
        }

        return new(path.ToString(), isText ? null : Convert.ToBase64String(bytes));
    }
}
