using System.Text.Json;
using System.Text.Json.Serialization;
using CookieGateway.Consent.Purposes;

namespace CookieGateway.Consent.Records.Json;

/// <summary>Purposes as in "analytics,marketing".</summary>
public sealed class PurposeSetConverter : JsonConverter<PurposeSet>
{
    /// <inheritdoc/>
    public override PurposeSet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PurposeSet.TryParse(reader.GetString(), out var purposes) ? purposes : throw new JsonException("There is no such purpose.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PurposeSet value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
