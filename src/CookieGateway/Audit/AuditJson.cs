using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CookieGateway.Consent.Purposes;

namespace CookieGateway.Audit;

/// <summary>The findings as JSON for machines.</summary>
internal static class AuditJson
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(SiteFindings findings) => new JsonObject
    {
        ["site"] = findings.Start.ToString(),
        ["pages"] = Texts(findings.Pages.Select(page => page.Address.PathAndQuery)),
        ["trackers"] = new JsonArray([.. findings.Trackers.Select(tracker => new JsonObject
        {
            ["id"] = tracker.Key.Id,
            ["name"] = tracker.Key.Name,
            ["vendor"] = tracker.Key.Vendor,
            ["country"] = tracker.Key.Country,
            ["purpose"] = PurposeWords.Of(tracker.Key.Purpose),
            ["vectors"] = Texts(tracker.Select(request => request.Vector)),
            ["pages"] = Texts(tracker.Select(request => request.Page)),
        })]),
        ["unclassified"] = new JsonArray([.. findings.Unclassified.Select(host => new JsonObject
        {
            ["host"] = host.Key,
            ["vectors"] = Texts(host.Select(request => request.Vector)),
            ["pages"] = Texts(host.Select(request => request.Page)),
        })]),
        ["cookies"] = new JsonArray([.. findings.Cookies.Select(cookie => new JsonObject
        {
            ["name"] = cookie.Name,
            ["purpose"] = cookie.Purpose is { } purpose ? PurposeWords.Of(purpose) : null,
            ["tracker"] = cookie.Tracker,
            ["setBy"] = cookie.SetBy,
        })]),
        ["configuration"] = JsonNode.Parse(SiteBlock.Of(findings)),
    }.ToJsonString(Readable) + "\n";

    private static JsonArray Texts(IEnumerable<string> texts) =>
        new([.. texts.Distinct(StringComparer.Ordinal).Select(text => JsonValue.Create(text))]);
}
