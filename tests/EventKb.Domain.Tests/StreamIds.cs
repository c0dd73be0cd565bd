namespace EventKb.Domain.Tests;

public sealed class StreamIds
{
    [Fact]
    public void An_id_is_its_text_and_its_parts()
    {
        var id = StreamId.Of("RIGA/knowledge-article/a_1");

        Assert.Equal((new InstitutionCode("RIGA"), "knowledge-article", "a_1"), (id.Institution, id.Category, id.Id));
        Assert.Equal(new StreamId(new InstitutionCode("RIGA"), "knowledge-article", "a_1"), id);
        Assert.Equal(new StreamId(new InstitutionCode("RIGA"), "knowledge-article", "a_1").GetHashCode(), id.GetHashCode());
        Assert.NotEqual(StreamId.Of("RIGA/knowledge-article/a_2"), id);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("RIGA")]
    [InlineData("RIGA/control")]
    [InlineData("/control/1")]
    [InlineData("RIGA//1")]
    [InlineData("RIGA/control/")]
    [InlineData("RIGA/control/1/2")]
    [InlineData("RĪGA/control/1")]
    [InlineData("RIGA/kontrole ā/1")]
    [InlineData("RIGA/control/1\n")]
    public void What_is_no_id_is_not_read(string? text)
    {
        Assert.Null(StreamId.Parse(text));
        if (text is not null)
            Assert.Throws<FormatException>(() => StreamId.Of(text));
    }
}
