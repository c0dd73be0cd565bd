using System.Collections;

namespace EventKb.Domain.Tests;

/// <summary>
/// Deciders compare what is asked with what is so, and say nothing where the two are equal. So a record is compared by every member,
/// and no member by reference.
/// </summary>
public sealed class EqualRecords
{
    public static TheoryData<Type> Records => [.. All];

    /// <summary>States are folded, so no sample of them can be put together.</summary>
    public static TheoryData<Type> Told => [.. All.Where(type => !type.Name.EndsWith("State", StringComparison.Ordinal))];

    private static IEnumerable<Type> All => typeof(Event).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.GetMethod("<Clone>$") is not null).OrderBy(type => type.FullName, StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Records))]
    public void Have_no_member_that_is_compared_by_reference(Type record)
    {
        var bare = Sample.MembersOf(record).Where(member => !ComparesByValue(member.PropertyType)).Select(member => member.Name);
        Assert.Equal("", string.Join(", ", bare));
    }

    [Theory]
    [MemberData(nameof(Told))]
    public void Differ_where_one_member_does(Type record)
    {
        Assert.Equal(Sample.Of(record, 1), Sample.Of(record, 1));
        Assert.Equal(Sample.Of(record, 1).GetHashCode(), Sample.Of(record, 1).GetHashCode());
        foreach (var member in Sample.MembersOf(record))
        {
            var other = Sample.Of(record, 1);
            member.SetValue(other, Sample.Of(member.PropertyType, 2));
            Assert.False(other.Equals(Sample.Of(record, 1)), member.Name);
        }
    }

    [Fact]
    public void Are_many() => Assert.InRange(Records.Count, 100, 1000);

    private static bool ComparesByValue(Type type) =>
        !type.IsAssignableTo(typeof(IEnumerable)) || type.IsAssignableTo(typeof(IEquatable<>).MakeGenericType(type));
}
