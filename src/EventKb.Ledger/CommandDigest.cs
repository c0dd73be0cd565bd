using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EventKb.Domain;

namespace EventKb.Ledger;

/// <summary>
/// By what a command is known again. An unsalted digest of a name would outlive its erasure, so texts are covered apart, under a salt
/// that is erased with them.
/// </summary>
internal static class CommandDigest
{
    private const int Digits = 32;
    private static readonly JsonSerializerOptions Structure = Only(property => !IsText(property));
    private static readonly JsonSerializerOptions Texts = Only(IsText);

    /// <summary>Over everything but the texts; of what an import says, over what the source says and not who is said to have acted.</summary>
    public static string Of(Command command, CommandContext context)
    {
        var said = StructureOf(command);
        return context.Via == Via.Import
            ? DerivedId.From("digest", command.GetType().Name, said)
            : DerivedId.From("digest", command.GetType().Name, said, context.Person.Value, context.Institution.Value,
                context.OnBehalfOf?.Value ?? "", context.Duty?.ToString() ?? "", context.ReasonCode ?? "");
    }

    /// <summary>The same, and its texts under a salt.</summary>
    public static string Of(Command command, CommandContext context, byte[] salt)
    {
        var texts = JsonSerializer.SerializeToUtf8Bytes(command, command.GetType(), Texts);
        byte[] reason = context.Via == Via.Import ? [] : JsonSerializer.SerializeToUtf8Bytes(context.ReasonText);
        return Of(command, context) + Convert.ToHexStringLower(HMACSHA256.HashData(salt, texts.Concat(reason).ToArray()).AsSpan(0, Digits / 2));
    }

    /// <summary>
    /// True where the command is not the one that recorded these events; texts that were erased cannot be told apart any more.
    /// </summary>
    public static bool IsOther(Command command, CommandContext context, IReadOnlyList<StoredEvent> recorded)
    {
        if (RecordedEvents.ReadMetadata(recorded[0].Metadata).Digest is not { } digest)
            return false;
        var salt = digest.Length == Digits ? null : recorded.First(row => row.Commitment is not null).Content?.Salt;
        return salt is null ? !digest.StartsWith(Of(command, context), StringComparison.Ordinal) : digest != Of(command, context, salt);
    }

    /// <summary>The command's JSON without its texts.</summary>
    internal static string StructureOf(Command command) => JsonSerializer.Serialize(command, command.GetType(), Structure);

    private static bool IsText(JsonPropertyInfo property) => property.PropertyType == typeof(Content) || Is<TextAttribute>(property);

    private static bool Is<T>(JsonPropertyInfo property) where T : Attribute =>
        property.AttributeProvider?.IsDefined(typeof(T), inherit: true) == true;

    private static JsonSerializerOptions Only(Func<JsonPropertyInfo, bool> kept) => new(StoredJson.Options)
    {
        TypeInfoResolver = StoredJson.Options.TypeInfoResolver!.WithAddedModifier(type =>
        {
            if (!type.Type.IsSubclassOf(typeof(Command)))
                return;
            foreach (var property in type.Properties.ToList())
                if (!kept(property) || Is<DerivedAttribute>(property) || property.PropertyType == typeof(Needs))
                    type.Properties.Remove(property);
        }),
    };
}
