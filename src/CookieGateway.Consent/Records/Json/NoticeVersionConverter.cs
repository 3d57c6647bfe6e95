using System.Text.Json;
using System.Text.Json.Serialization;
using CookieGateway.Consent.Decisions;

namespace CookieGateway.Consent.Records.Json;

/// <summary>A notice's version as its digits; empty for none.</summary>
public sealed class NoticeVersionConverter : JsonConverter<NoticeVersion>
{
    /// <inheritdoc/>
    public override NoticeVersion Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is not { Length: > 0 } text ? default
        : NoticeVersion.TryParse(text, out var version) ? version
        : throw new JsonException("A notice's version has 64 digits.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, NoticeVersion value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
