using System.Text.Json;
using System.Text.Json.Serialization;
using CookieGateway.Consent.Decisions;

namespace CookieGateway.Consent.Records.Json;

/// <summary>A visitor's id as its digits.</summary>
public sealed class VisitorIdConverter : JsonConverter<VisitorId>
{
    /// <inheritdoc/>
    public override VisitorId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        VisitorId.TryParse(reader.GetString(), out var id) ? id : throw new JsonException("A visitor id has 32 digits.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, VisitorId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
