using System.Globalization;
using CookieGateway.Consent.Purposes;
using CookieGateway.Dashboard.Words;
using CookieGateway.Inventory;

namespace CookieGateway.Dashboard.Inventory;

/// <summary>The inventory as rows. Names come from strangers, so <see cref="Csv"/> takes the sting out of them.</summary>
internal static class InventoryCsv
{
    public static IEnumerable<IEnumerable<string?>> Rows(
        IReadOnlyList<SeenCookie> cookies, IReadOnlyList<SeenThirdParty> parties, Wording words) =>
        cookies.Select(cookie => Row(
                words, "cookie", cookie.Name, cookie.Purpose, cookie.Tracker, cookie.Path, cookie.Held, cookie.FirstSeen, cookie.LastSeen))
            .Concat(parties.Select(party => Row(
                words, party.Vector, party.Host, party.Purpose, party.Tracker, party.Page, party.Held, party.FirstSeen, party.LastSeen)))
            .Prepend(Head(words));

    private static IEnumerable<string?> Head(Wording words) =>
    [
        words["inventory.vector"], words["inventory.name"], words["inventory.purpose"], words["inventory.tracker"],
        words["inventory.where"], words["inventory.state"], words["inventory.first"], words["inventory.last"],
    ];

    private static IEnumerable<string?> Row(
        Wording words,
        string kind,
        string name,
        Purpose? purpose,
        string? tracker,
        string? path,
        bool held,
        DateTimeOffset first,
        DateTimeOffset last) =>
    [
        kind, name, words["purpose." + (purpose is { } known ? PurposeWords.Of(known) : "unknown")], tracker, path,
        words[IndexModel.WaitsForConsent(purpose, held) ? "inventory.held" : "inventory.passed"], Utc(first), Utc(last),
    ];

    private static string Utc(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
