using CsCheck;

namespace EventKb.Domain.Tests;

public sealed class KeyedValues
{
    private static readonly Gen<(int Key, int? Value)[]> Changes = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 3].Nullable()).Array[0, 12];

    [Fact]
    public void A_change_names_the_keys_that_it_touched()
    {
        var two = new Keyed<int, string>().With(1, "a").With(2, "b");
        Assert.Equal([2], two.With(2, "c").TouchedSince(two));
        Assert.Equal([1, 2], two.With(1, "a", 2, "d").TouchedSince(two));
        Assert.Equal([2], two.With(1, "a", 2, "d").ChangedSince(two));
        Assert.Equal([1], two.Without(1).ChangedSince(two));
        Assert.Empty(two.Without(9).ChangedSince(two));
        Assert.Empty(two.ChangedSince(two));
    }

    /// <summary>However many changes lie between two states, no key that differs is left out.</summary>
    [Fact]
    public void Whatever_lies_between_the_keys_that_changed_are_those_that_differ() => Changes.Select(Changes).Sample((first, second) =>
    {
        var earlier = first.Aggregate(new Keyed<int, int>(), Changed);
        var later = second.Aggregate(earlier, Changed);
        var differing = earlier.Keys.Union(later.Keys).Where(key => !earlier.Contains(new(key, later.GetValueOrDefault(key, -1))));
        Assert.Equal(differing.Order(), later.ChangedSince(earlier).Order());
    });

    [Fact]
    public void Those_of_equal_values_are_equal_whatever_led_there()
    {
        var one = new Keyed<string, int>().With("b", 1).With("ā", 2).With("a", 3);
        Assert.Equal(one, new Keyed<string, int>().With("a", 3, "b", 9).With("ā", 2).With("b", 1).With("c", 4).Without("c"));
        Assert.NotEqual(one, one.With("b", 2));
        Assert.Equal(["a", "b", "ā"], one.Keys);
    }

    private static Keyed<int, int> Changed(Keyed<int, int> values, (int Key, int? Value) change) =>
        change.Value is { } value ? values.With(change.Key, value) : values.Without(change.Key);
}
