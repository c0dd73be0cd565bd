using System.Diagnostics;

namespace EventKb.Integration.Tests.CommandLine;

/// <summary>The built program speaks the operator's language, as the locale says it.</summary>
public sealed class SpeakingLatvian
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "eventkb.dll");

    [Theory]
    [InlineData("lv_LV.UTF-8", "", "", "Datnes /absent nav.")]
    [InlineData("en_GB.UTF-8", "lv_LV.UTF-8", "", "Datnes /absent nav.")]
    [InlineData("en_GB.UTF-8", "", "lv", "Datnes /absent nav.")]
    [InlineData("lv_LV.UTF-8", "lv_LV.UTF-8", "C", "There is no file /absent.")]
    [InlineData("", "", "", "There is no file /absent.")]
    public async Task Refuses_in_the_language_of_the_locale(string lang, string messages, string all, string refusal)
    {
        var (exit, _, error) = await Run((lang, messages, all), "restore", "/absent", "--data", Path.Combine(Path.GetTempPath(), "never-made"));
        Assert.Equal((2, $"eventkb: {refusal}"), (exit, error.Trim()));
    }

    [Theory]
    [InlineData("lv_LV.UTF-8", "Mape ar notikumu reģistru un tā lasīšanas modeļiem.", "Folder with")]
    [InlineData("C", "Folder with the ledger and its read models.", "Mape ar")]
    public async Task Helps_in_it(string locale, string expected, string other)
    {
        var (exit, output, _) = await Run((locale, "", ""), "rebuild", "--help");
        Assert.Equal(0, exit);
        Assert.Contains(expected, string.Join(' ', output.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.DoesNotContain(other, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_it_did_in_it()
    {
        var folder = Directory.CreateTempSubdirectory("eventkb-test-");
        try
        {
            var (exit, output, _) = await Run(("lv_LV.UTF-8", "", ""), "demo", "--data", Path.Combine(folder.FullName, "demo"), "--exit-after-ready");
            Assert.Equal(0, exit);
            Assert.Contains("apkalpo http://127.0.0.1:", output, StringComparison.Ordinal);
            Assert.EndsWith("apturēts", output.TrimEnd(), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(int Exit, string Output, string Error)> Run((string Lang, string Messages, string All) locale, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true };
        (start.Environment["LANG"], start.Environment["LC_MESSAGES"], start.Environment["LC_ALL"]) = locale;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromMinutes(1)).Token);
        return (process.ExitCode, await output, await error);
    }
}
