namespace EventKb.Integration.Tests.Prov;

/// <summary>The check itself: a document that keeps every rule passes, and each rule refuses one that breaks it.</summary>
public sealed class BreakingProv
{
    private const string Sound =
        """
        {
          "prefix": { "prov": "http://www.w3.org/ns/prov#", "x": "urn:x:" },
          "entity": { "x:all": {}, "x:one": { "prov:label": "One" }, "x:two": { "x:size": 3 } },
          "activity": { "x:write": { "prov:startTime": "2026-01-02T00:00:00Z", "prov:endTime": "2026-01-03T00:00:00Z" } },
          "agent": { "x:anna": { "prov:type": { "$": "prov:Person", "type": "prov:QUALIFIED_NAME" } } },
          "wasGeneratedBy": {
            "_:g0": { "prov:entity": "x:all", "prov:time": "2026-01-01T00:00:00Z" },
            "_:g1": { "prov:entity": "x:one", "prov:time": "2026-01-01T00:00:00Z" },
            "_:g2": { "prov:entity": "x:two", "prov:activity": "x:write", "prov:time": "2026-01-02T12:00:00Z" }
          },
          "wasInvalidatedBy": { "_:i": { "prov:entity": "x:all", "prov:time": "2026-01-04T00:00:00Z" } },
          "wasDerivedFrom": { "_:d": { "prov:generatedEntity": "x:two", "prov:usedEntity": "x:one" } },
          "specializationOf": { "_:s": { "prov:specificEntity": "x:one", "prov:generalEntity": "x:all" } },
          "wasAssociatedWith": { "_:a": { "prov:activity": "x:write", "prov:agent": "x:anna" } }
        }
        """;

    [Fact]
    public void A_sound_document_passes() => Assert.Empty(ProvConstraints.Broken(Sound));

    [Theory]
    [InlineData("json", "\"agent\":", "\"entity\":")]
    [InlineData("section", "\"agent\":", "\"agents\":")]
    [InlineData("statement-id", "_:g2", "g2")]
    [InlineData("member-missing", "\"prov:usedEntity\"", "\"x:usedEntity\"")]
    [InlineData("member-kind", "\"prov:usedEntity\": \"x:one\"", "\"prov:usedEntity\": 1")]
    [InlineData("attribute-unknown", "prov:label", "prov:title")]
    [InlineData("attribute-unknown", "\"prov:generalEntity\"", "\"x:size\": 1, \"prov:generalEntity\"")]
    [InlineData("attribute-value", "\"x:size\": 3", "\"x:size\": null")]
    [InlineData("type-name", """{ "$": "prov:Person", "type": "prov:QUALIFIED_NAME" }""", "\"prov:Person\"")]
    [InlineData("type-place", "prov:Person", "prov:Revision")]
    [InlineData("time-form", "2026-01-04T00:00:00Z", "2026-01-04")]
    [InlineData("time-form", "2026-01-04T00:00:00Z", "2026-13-04T00:00:00Z")]
    [InlineData("qualified-name", "x:two", "x:two=2")]
    [InlineData("qualified-name", "x:two", "x:two.")]
    [InlineData("qualified-name", "x:two", "two")]
    [InlineData("qualified-name", "x:two", "x:%zz")]
    [InlineData("prefix-undeclared", "x:two", "y:two")]
    [InlineData("undeclared", "\"prov:usedEntity\": \"x:one\"", "\"prov:usedEntity\": \"x:none\"")]
    [InlineData("undeclared", "\"prov:agent\": \"x:anna\"", "\"prov:agent\": \"x:one\"")]
    [InlineData("undeclared", "\"prov:activity\": \"x:write\", \"prov:time\"", "\"prov:activity\": \"x:none\", \"prov:time\"")]
    [InlineData("entity-and-activity", "\"x:all\": {}", "\"x:all\": {}, \"x:write\": {}")]
    [InlineData("unique-generation", "\"prov:entity\": \"x:two\"", "\"prov:entity\": \"x:one\"")]
    [InlineData("unique-invalidation", "\"_:i\":", "\"_:j\": { \"prov:entity\": \"x:all\" }, \"_:i\":")]
    [InlineData("start-before-end", "\"prov:endTime\": \"2026-01-03", "\"prov:endTime\": \"2026-01-01")]
    [InlineData("within-activity", "2026-01-02T12", "2026-01-03T12")]
    [InlineData("generated-before-invalidated", "2026-01-04", "2025-01-04")]
    [InlineData("used-before-derived", "\"x:one\", \"prov:time\": \"2026-01-01", "\"x:one\", \"prov:time\": \"2026-01-03")]
    [InlineData("derived-from-itself", "\"_:d\":", "\"_:e\": { \"prov:generatedEntity\": \"x:one\", \"prov:usedEntity\": \"x:two\" }, \"_:d\":")]
    [InlineData("specialisation-within", "\"x:one\", \"prov:time\": \"2026-01-01", "\"x:one\", \"prov:time\": \"2025-12-31")]
    [InlineData("specialisation-within", "\"_:i\":", "\"_:j\": { \"prov:entity\": \"x:one\", \"prov:time\": \"2026-01-05T00:00:00Z\" }, \"_:i\":")]
    [InlineData("specialisation-of-itself", "\"prov:generalEntity\": \"x:all\"", "\"prov:generalEntity\": \"x:one\"")]
    public void Each_rule_refuses_what_breaks_it(string rule, string sound, string broken)
    {
        Assert.Contains(sound, Sound, StringComparison.Ordinal);
        Assert.Contains(ProvConstraints.Broken(Sound.Replace(sound, broken, StringComparison.Ordinal)),
            fault => fault.StartsWith($"{rule}:", StringComparison.Ordinal));
    }
}
