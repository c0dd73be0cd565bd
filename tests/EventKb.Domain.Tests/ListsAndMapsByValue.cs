namespace EventKb.Domain.Tests;

public sealed class ListsAndMapsByValue
{
    [Fact]
    public void A_list_is_its_items_in_their_order()
    {
        ValueList<string> list = ["a", "b"];

        Assert.Equal(new[] { "a", "b" }, list.ToList());
        Assert.True(list.Equals(new ValueList<string>(["a", "b"])));
        Assert.Equal(new ValueList<string>(["a", "b"]).GetHashCode(), list.GetHashCode());
        Assert.False(list.Equals(new ValueList<string>(["b", "a"])));
        Assert.False(list.Equals(new ValueList<string>(["a"])));
        Assert.False(list.Equals(null));
    }

    [Fact]
    public void A_map_is_its_values_by_name_in_whichever_order()
    {
        ValueMap<int> map = new Dictionary<string, int> { ["b"] = 2, ["a"] = 1 };

        Assert.Equal(["b", "a"], map.Keys);
        Assert.True(map.Equals(new ValueMap<int>(new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 })));
        Assert.False(map.Equals(new ValueMap<int>(new Dictionary<string, int> { ["a"] = 1, ["b"] = 3 })));
        Assert.False(map.Equals(new ValueMap<int>(new Dictionary<string, int> { ["a"] = 1, ["c"] = 2 })));
        Assert.False(map.Equals([]));
    }

    [Fact]
    public void Neither_changes_with_what_it_was_made_of()
    {
        var (items, named) = (new[] { 1 }, new Dictionary<string, int> { ["a"] = 1 });
        ValueList<int> list = items;
        ValueMap<int> map = named;
        (items[0], named["a"]) = (2, 2);

        Assert.Equal((1, 1), (list[0], map["a"]));
    }
}
