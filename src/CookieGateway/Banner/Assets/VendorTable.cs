using System.Text.Json;
using CookieGateway.Consent.Purposes;
using CookieGateway.Consent.Trackers;
using CookieGateway.Sites;

namespace CookieGateway.Banner.Assets;

/// <summary>What a withdrawal needs of the catalog, in the shape in which withdraw.js reads it.</summary>
/// <param name="Calls">Purpose, tracker where it may be granted by itself, and the call that tells the vendor, its function first.</param>
/// <param name="Storage">Purpose and keys of local and session storage, of all trackers.</param>
internal sealed record VendorTable(IEnumerable<object[]> Calls, IEnumerable<string[]> Storage)
{
    public static VendorTable Of(Site site)
    {
        var trackers = site.Judge.Trackers.Where(tracker => tracker.Purpose != Purpose.Necessary).ToList();
        return new([.. trackers.Where(tracker => tracker.Consent?.Refuse is not null).Select(Call)], [.. NamePatterns.Of(trackers, tracker => tracker.Storage)]);
    }

    private static object[] Call(Tracker tracker) =>
    [
        PurposeWords.Of(tracker.Purpose),
        tracker.Embed == EmbedKind.None ? "" : tracker.Id,
        .. JsonSerializer.Deserialize<JsonElement[]>(tracker.Consent!.Refuse!)!,
    ];
}
