using System.Globalization;
using System.Text;
using CookieGateway.Consent.Purposes;

namespace CookieGateway.Audit;

/// <summary>The findings as a text for people.</summary>
internal static class AuditReport
{
    private const int MostPages = 3;

    public static string Of(SiteFindings findings)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{findings.Start}: {findings.Pages.Count} pages read.\n");
        foreach (var purpose in Enum.GetValues<Purpose>().Order(Comparer<Purpose>.Create(LastFirst)))
        {
            var trackers = findings.Trackers.Where(tracker => tracker.Key.Purpose == purpose).ToArray();
            if (trackers.Length == 0)
            {
                continue;
            }

            text.Append(purpose == Purpose.Necessary ? "\nNecessary, never held:\n" : $"\n{purpose}, held until granted:\n");
            foreach (var tracker in trackers)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {tracker.Key.Name} ({tracker.Key.Vendor}, {tracker.Key.Country}), {tracker.Key.Id}\n");
                text.Append(CultureInfo.InvariantCulture, $"    {Where(tracker)}\n");
            }
        }

        AppendUnclassified(text, findings);
        AppendCookies(text, findings);
        text.Append("\nA block for the configuration. Fill in what is empty, and the address of the site's own server:\n");
        return text.Append(SiteBlock.Of(findings)).Append('\n').ToString();
    }

    private static void AppendUnclassified(StringBuilder text, SiteFindings findings)
    {
        var unknown = findings.Unclassified.ToArray();
        text.Append(unknown.Length == 0
            ? "\nEvery other host is classified.\n"
            : "\nUnclassified hosts. Their scripts and frames are held; name those the site needs under Trackers.Allow:\n");
        foreach (var host in unknown)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {host.Key}\n    {Where(host)}\n");
        }
    }

    private static void AppendCookies(StringBuilder text, SiteFindings findings)
    {
        text.Append("\nCookies set by the server itself (those of scripts appear once the gateway sees traffic):\n");
        foreach (var cookie in findings.Cookies)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {cookie.Name}: {(cookie.Purpose is { } purpose ? PurposeWords.Of(purpose) : "unclassified")}");
            text.Append(cookie.Tracker is { } tracker ? $", {tracker}" : "").Append(CultureInfo.InvariantCulture, $", set on {cookie.SetBy}\n");
        }

        if (!findings.Cookies.Any())
        {
            text.Append("  none\n");
        }
    }

    private static string Where(IEnumerable<SeenRequest> requests)
    {
        var all = requests.ToArray();
        var vectors = all.Select(request => request.Vector).Distinct(StringComparer.Ordinal);
        var pages = all.Select(request => request.Page).Distinct(StringComparer.Ordinal).ToArray();
        var more = pages.Length > MostPages ? $" and {pages.Length - MostPages} more" : "";
        return $"{string.Join(", ", vectors)} on {string.Join(", ", pages.Take(MostPages))}{more}";
    }

    // What concerns visitors most comes first.
    private static int LastFirst(Purpose left, Purpose right) => right.CompareTo(left);
}
