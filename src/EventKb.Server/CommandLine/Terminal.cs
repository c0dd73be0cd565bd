using EventKb.Domain;
using EventKb.Ledger;
using EventKb.Server.GraphQL.Http;
using Spectre.Console;

namespace EventKb.Server.CommandLine;

/// <summary>
/// How a command talks: results on the output, progress beside it; a bar where someone looks on, plain lines elsewhere.
/// </summary>
internal sealed class Terminal(TextWriter output, TextWriter error, bool interactive, Language language = Language.English)
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(2);

    /// <summary>The process's own console.</summary>
    public static Terminal Console { get; } = new(System.Console.Out, System.Console.Error,
        !System.Console.IsErrorRedirected && !System.Console.IsOutputRedirected, Languages.OfOperator(Environment.GetEnvironmentVariable));

    /// <summary>What is printed is in this language.</summary>
    public Language Language => language;

    /// <summary>A message in the operator's language.</summary>
    public string In(Wording wording) => Messages.Of(wording, language);

    /// <summary>Prints a line of the result.</summary>
    public void Say(Wording line) => output.WriteLine(In(line));

    /// <summary>Prints a result that is the same in every language.</summary>
    public void Show(string text) => output.WriteLine(text);

    /// <summary>Prints a line about how it goes.</summary>
    public void Note(Wording line) => error.WriteLine(In(line));

    /// <summary>Prints why the command ends without a result.</summary>
    public void Fail(string why) => error.WriteLine($"eventkb: {why}");

    /// <summary>Runs long work and shows how far it is; <paramref name="total"/> null = not known.</summary>
    public async Task<T> Watch<T>(Wording what, long? total, Func<IProgress<long>, Task<T>> work)
    {
        if (!interactive)
            return await work(new Lines(this, what, total));
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        return await console.Progress().AutoClear(true).HideCompleted(true)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ProgressBarColumn(), new ElapsedTimeColumn())
            .StartAsync(context =>
            {
                var task = context.AddTask(Markup.Escape(In(what)), maxValue: total ?? 1);
                task.IsIndeterminate = total is null;
                return work(new Bar(this, task, what, total));
            });
    }

    /// <summary>Runs long work without a result.</summary>
    public Task Watch(Wording what, long? total, Func<IProgress<long>, Task> work) => Watch(what, total, async progress =>
    {
        await work(progress);
        return true;
    });

    private static Wording Line(Wording what, long? total, long done)
    {
        if (total is not { } all)
            return $"{what}: {done:N0}";
        return $"{what}: {done:N0} of {all:N0}";
    }

    private sealed class Bar(Terminal terminal, ProgressTask task, Wording what, long? total) : IProgress<long>
    {
        public void Report(long value)
        {
            task.Description = Markup.Escape(terminal.In(Line(what, total, value)));
            if (total is not null)
                task.Value = value;
        }
    }

    private sealed class Lines(Terminal terminal, Wording what, long? total) : IProgress<long>
    {
        private long _last = RealTime.Mark;

        public void Report(long value)
        {
            var last = Volatile.Read(ref _last);
            if (RealTime.Since(last) >= BetweenLines
                && Interlocked.CompareExchange(ref _last, RealTime.Mark, last) == last)
                terminal.Note(Line(what, total, value));
        }
    }
}
