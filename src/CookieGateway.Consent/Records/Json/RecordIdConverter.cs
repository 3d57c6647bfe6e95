using System.Text.Json;
using System.Text.Json.Serialization;
using CookieGateway.Consent.Decisions;

namespace CookieGateway.Consent.Records.Json;

/// <summary>A record's id as its digits.</summary>
public sealed class RecordIdConverter : JsonConverter<RecordId>
{
    /// <inheritdoc/>
    public override RecordId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        RecordId.TryParse(reader.GetString(), out var id) ? id : throw new JsonException("A record id has 32 digits.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, RecordId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
