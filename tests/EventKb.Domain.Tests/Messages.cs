using System.Globalization;

namespace EventKb.Domain.Tests;

/// <summary>A message keeps its facts apart from its sentence.</summary>
public sealed class Messages
{
    [Fact]
    public void An_interpolated_string_gives_a_format_and_its_arguments()
    {
        var (revision, day) = (3, new DateOnly(2026, 3, 2));
        Wording wording = $"Revision {revision} of {{all}} is due on {day:yyyy-MM-dd}.";
        Assert.Equal("Revision {0} of {{all}} is due on {1}.", wording.Format);
        Assert.Equal(["3", "2026-03-02"], wording.Arguments);
        Assert.Equal("Revision 3 of {all} is due on 2026-03-02.", wording.ToString());
    }

    [Fact]
    public void Times_and_words_have_the_form_of_answers_and_exports()
    {
        DateTimeOffset? time = new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(2));
        Wording wording = $"{Duty.ServiceOwner} since {time}, at the earliest {time.Value.AddTicks(12_345)}.";
        Assert.Equal("service-owner since 2026-03-02T08:00:00.000000Z, at the earliest 2026-03-02T08:00:00.001234Z.", wording.ToString());
    }

    [Fact]
    public void A_string_has_no_placeholders()
    {
        Wording wording = "Braces {0} are text.";
        Assert.Equal("Braces {0} are text.", wording.ToString());
        Assert.Empty(wording.Arguments);
    }

    [Fact]
    public void A_translation_takes_the_facts_in_any_order_and_translates_the_parts()
    {
        Wording part = $"the institution '{"RIGA"}'";
        Wording whole = $"'{"subject"}' names {part}.";
        var latvian = new Dictionary<string, string> { ["the institution '{0}'"] = "iestāde „{0}”", ["'{0}' names {1}."] = "{1} ({0})" };
        Assert.Equal("iestāde „RIGA” (subject)", whole.In(format => latvian[format]));
    }

    [Fact]
    public void Equal_messages_have_the_same_format_and_facts()
    {
        static Wording Of(int number) => $"Number {number}.";
        Assert.Equal(Of(1), Of(1));
        Assert.NotEqual(Of(1), Of(2));
        Assert.NotEqual((Wording)"Number 1.", Of(1));
    }

    [Fact]
    public void Numbers_are_written_the_same_everywhere()
    {
        var usual = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("lv");
        try
        {
            Wording wording = $"{-1.5} and {1234.5:0.0}";
            Assert.Equal("-1.5 and 1234.5", wording.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = usual;
        }
    }
}
