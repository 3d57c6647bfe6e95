using System.Text.Json;
using System.Text.Json.Serialization;
using CookieGateway.Consent.Records.Json;

namespace CookieGateway.Ledger;

/// <summary>The JSON of the outbox and of the records in Redis; records look as <see cref="RecordJson"/> writes them.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters =
    [
        typeof(UnixMillisecondsConverter), typeof(VisitorIdConverter), typeof(RecordIdConverter),
        typeof(NoticeVersionConverter), typeof(PurposeSetConverter),
    ])]
[JsonSerializable(typeof(OutboxEntry))]
internal sealed partial class LedgerJson : JsonSerializerContext
{
    public static byte[] Write(OutboxEntry entry) => JsonSerializer.SerializeToUtf8Bytes(entry, Default.OutboxEntry);

    public static byte[] Write(LedgerEntry entry) => JsonSerializer.SerializeToUtf8Bytes(entry, Default.LedgerEntry);

    public static OutboxEntry? ReadOutboxEntry(ReadOnlySpan<byte> json) => Read(json, Default.OutboxEntry);

    public static LedgerEntry? ReadLedgerEntry(ReadOnlySpan<byte> json) => Read(json, Default.LedgerEntry);

    private static T? Read<T>(ReadOnlySpan<byte> json, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
