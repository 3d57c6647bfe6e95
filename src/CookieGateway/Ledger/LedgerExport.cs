using System.Globalization;
using System.Text;
using CookieGateway.Consent.Records;
using CookieGateway.Consent.Records.Json;

namespace CookieGateway.Ledger;

/// <summary>Writes records for other programs: a JSON object a line, or CSV (RFC 4180) that a spreadsheet opens without running anything.</summary>
public static class LedgerExport
{
    private static readonly (string Name, Func<ConsentRecord, string?> Value)[] Columns =
    [
        ("record", record => record.Id.ToString()),
        ("at", record => Time(record.At)),
        ("site", record => record.Site),
        ("visitor", record => record.Erased is null ? record.Visitor.ToString() : ""),
        ("event", record => record.Event.ToString()),
        ("method", record => record.Method.ToString()),
        ("purposes", record => record.Purposes.ToString()),
        ("trackers", record => string.Join(',', record.Trackers)),
        ("policy", record => record.Policy),
        ("notice", record => record.Notice.ToString()),
        ("expires", record => Time(record.Expires)),
        ("operator", record => record.Operator.Name),
        ("operator_id", record => record.Operator.Id),
        ("third_parties", record => YesNo(record.Transfers.ThirdParties)),
        ("cross_border", record => YesNo(record.Transfers.CrossBorder)),
        ("public_sources", record => YesNo(record.Transfers.PublicSources)),
        ("ip_address", record => record.IpAddress),
        ("user_agent", record => record.UserAgent),
        ("page", record => record.Page),
        ("language", record => record.Language),
        ("previous", record => record.Previous?.ToString()),
        ("erased", record => record.Erased is { } erased ? Time(erased) : ""),
    ];

    /// <summary>One JSON object a line, as the records stand in Redis.</summary>
    public static async Task WriteJsonLinesAsync(IAsyncEnumerable<ConsentRecord> records, TextWriter output)
    {
        await foreach (var record in records)
        {
            await output.WriteAsync(Encoding.UTF8.GetString(RecordJson.Write(record)) + "\n");
        }
    }

    /// <summary>A line of names, then a line a record.</summary>
    public static async Task WriteCsvAsync(IAsyncEnumerable<ConsentRecord> records, TextWriter output)
    {
        await output.WriteAsync(Line(Columns.Select(column => column.Name)));
        await foreach (var record in records)
        {
            await output.WriteAsync(Line(Columns.Select(column => column.Value(record) ?? "")));
        }
    }

    private static string Line(IEnumerable<string> fields) => string.Join(',', fields.Select(Field)) + "\r\n";

    // A spreadsheet takes a field that begins like this for a formula (OWASP, "CSV Injection"); the apostrophe makes it text.
    private static string Field(string text)
    {
        var harmless = text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return harmless.AsSpan().ContainsAny("\",\r\n") ? $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : harmless;
    }

    private static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string YesNo(bool value) => value ? "yes" : "no";
}
