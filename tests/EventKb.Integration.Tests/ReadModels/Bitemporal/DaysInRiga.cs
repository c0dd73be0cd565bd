using EventKb.ReadModels.Bitemporal;

namespace EventKb.Integration.Tests.ReadModels.Bitemporal;

public sealed class DaysInRiga
{
    [Theory]
    [InlineData("2026-01-15", "2026-01-14T22:00:00Z", 24)]
    [InlineData("2026-03-29", "2026-03-28T22:00:00Z", 23)]
    [InlineData("2026-03-30", "2026-03-29T21:00:00Z", 24)]
    [InlineData("2026-10-25", "2026-10-24T21:00:00Z", 25)]
    [InlineData("2026-10-26", "2026-10-25T22:00:00Z", 24)]
    [InlineData("2024-02-29", "2024-02-28T22:00:00Z", 24)]
    public void A_day_begins_at_midnight_there_and_may_be_longer_or_shorter(string day, string start, int hours)
    {
        var date = DateOnly.Parse(day, null);
        Assert.Equal(DateTimeOffset.Parse(start, null), RigaDays.StartOf(date));
        Assert.Equal(hours, (RigaDays.StartOf(date.AddDays(1)) - RigaDays.StartOf(date)).TotalHours);
    }

    [Fact]
    public void Every_moment_belongs_to_the_day_that_began_last()
    {
        for (var day = new DateOnly(1997, 1, 1); day < new DateOnly(2040, 1, 1); day = day.AddDays(1))
        {
            var start = RigaDays.StartOf(day);
            Assert.Equal(day, RigaDays.Of(start));
            Assert.Equal(day.AddDays(-1), RigaDays.Of(start.AddTicks(-1)));
            Assert.Equal(day, RigaDays.DayOf(RigaDays.Start(day)));
        }
    }

    [Fact]
    public void The_ends_of_the_calendar_have_a_start()
    {
        Assert.Equal(DateTimeOffset.MinValue, RigaDays.StartOf(DateOnly.MinValue));
        Assert.Equal(DateOnly.MaxValue, RigaDays.Of(RigaDays.StartOf(DateOnly.MaxValue)));
    }
}
