using System.Text.Encodings.Web;
using System.Text.Json;
using CookieGateway.Consent.Records;
using CookieGateway.Consent.Records.Json;

namespace CookieGateway.Dashboard.Records;

/// <summary>A record as a file for the visitor, the regulator or a court: everything, readable.</summary>
internal static class RecordExport
{
    // Cyrillic stays Cyrillic; the file is downloaded, never shown in a page.
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Of(ConsentRecord record)
    {
        // The ledger's own writing, so that the export says what is stored and nothing else.
        using var document = JsonDocument.Parse(RecordJson.Write(record));
        return JsonSerializer.SerializeToUtf8Bytes(document, Readable);
    }
}
