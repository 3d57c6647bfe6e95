using System.Text.Json;
using System.Text.Json.Serialization;

namespace CookieGateway.Consent.Records.Json;

/// <summary>
/// The JSON of records, in Redis, in the outbox and in exports: names in camelCase, times in Unix milliseconds, purposes as
/// "analytics,marketing", nothing for null.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters =
    [
        typeof(UnixMillisecondsConverter), typeof(VisitorIdConverter), typeof(RecordIdConverter),
        typeof(NoticeVersionConverter), typeof(PurposeSetConverter),
    ])]
[JsonSerializable(typeof(ConsentRecord))]
[JsonSerializable(typeof(ConsentReceipt))]
[JsonSerializable(typeof(IReadOnlyList<ConsentReceipt>))]
public sealed partial class RecordJson : JsonSerializerContext
{
    /// <summary>The record as UTF-8 JSON.</summary>
    public static byte[] Write(ConsentRecord record) => JsonSerializer.SerializeToUtf8Bytes(record, Default.ConsentRecord);

    /// <summary>Reads what <see cref="Write(ConsentRecord)"/> wrote; null for anything else.</summary>
    public static ConsentRecord? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, Default.ConsentRecord);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The receipt as UTF-8 JSON.</summary>
    public static byte[] Write(ConsentReceipt receipt) => JsonSerializer.SerializeToUtf8Bytes(receipt, Default.ConsentReceipt);
}
