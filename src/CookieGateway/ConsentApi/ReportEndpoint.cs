using System.Text.Json;
using CookieGateway.Consent.Trackers;
using CookieGateway.Inventory;

namespace CookieGateway.ConsentApi;

/// <summary>
/// Takes what browsers report: violations of the strict mode's policy (https://www.w3.org/TR/CSP3/#reporting), in both forms that
/// browsers send. They feed the inventory and are never answered with more than "thank you".
/// </summary>
public sealed class ReportEndpoint(SiteInventory inventory)
{
    private const int MostReports = 20;

    public async Task TakeAsync(OwnVisit visit)
    {
        if (await DecisionReader.BodyAsync(visit.Http.Request, visit.Aborted) is not { } body)
        {
            await visit.FailAsync(OwnFailure.TooLarge);
            return;
        }

        foreach (var (blocked, page) in Read(body).Take(MostReports))
        {
            Note(visit, blocked, page);
        }

        await visit.NothingAsync();
    }

    private void Note(OwnVisit visit, string? blocked, string? page)
    {
        if (!Uri.TryCreate(blocked, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.IdnHost.Length == 0)
        {
            return;
        }

        var host = System.Text.Encoding.ASCII.GetBytes(uri.IdnHost.ToLowerInvariant());
        var verdict = visit.Site.Judge.OfRequest(host, System.Text.Encoding.UTF8.GetBytes(uri.PathAndQuery), RequestKind.Other);
        if (verdict.Kind == VerdictKind.Own)
        {
            return;
        }

        inventory.SawThirdParty(visit.Site.Id, new ThirdPartySighting
        {
            Host = uri.IdnHost,
            Vector = SeenThirdParty.Reported,
            Page = SameOrigin.LocalPath(page, visit.Http.Request.Host),
            Tracker = verdict.Tracker?.Id,
            Purpose = verdict.Kind == VerdictKind.Unclassified ? null : verdict.Purpose,
            Held = true,
        });
    }

    private static IEnumerable<(string? Blocked, string? Page)> Read(string body)
    {
        JsonDocument json;
        try
        {
            json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 8 });
        }
        catch (JsonException)
        {
            yield break;
        }

        using (json)
        {
            IEnumerable<JsonElement> reports = json.RootElement.ValueKind == JsonValueKind.Array
                ? json.RootElement.EnumerateArray()
                : [json.RootElement];
            foreach (var report in reports)
            {
                yield return (
                    Text(report, "csp-report", "blocked-uri") ?? Text(report, "body", "blockedURL"),
                    Text(report, "csp-report", "document-uri") ?? Text(report, "body", "documentURL"));
            }
        }
    }

    private static string? Text(JsonElement report, string part, string name) =>
        report.ValueKind == JsonValueKind.Object
        && report.TryGetProperty(part, out var inner) && inner.ValueKind == JsonValueKind.Object
        && inner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
