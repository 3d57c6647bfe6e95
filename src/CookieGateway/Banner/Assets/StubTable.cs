using CookieGateway.Consent.Purposes;
using CookieGateway.Consent.Trackers;

namespace CookieGateway.Banner.Assets;

/// <summary>The stubs of trackers in the shape in which stubs.js reads them: those that differ in nothing but their names in one line.</summary>
internal static class StubTable
{
    /// <summary>Purpose, tracker where it may be granted by itself, whether its functions wait for the real thing, and what stands for it.</summary>
    public static IEnumerable<object[]> Of(IEnumerable<Tracker> trackers) =>
    [
        .. trackers.Where(HasStub)
            .GroupBy(tracker => (tracker.Purpose, Alone: tracker.Embed == EmbedKind.None ? "" : tracker.Id, Waits: Waits(tracker)))
            .Select(group => (object[])[PurposeWords.Of(group.Key.Purpose), group.Key.Alone, group.Key.Waits ? 1 : 0, Names(group)]),
    ];

    /// <summary>The same for one tracker as a held tag carries it, its parts between commas; null where it has none.</summary>
    public static string? For(Tracker tracker) =>
        HasStub(tracker) ? string.Join(',', Of([tracker]).Single()) : null;

    /// <summary>The same with another word for what must be granted, and the tracker's id whatever it is.</summary>
    public static string? For(Tracker tracker, string purpose) =>
        HasStub(tracker) ? string.Join(',', [purpose, tracker.Id, .. Of([tracker]).Single()[2..]]) : null;

    private static bool HasStub(Tracker tracker) => tracker is { Stub: not null, Purpose: not Purpose.Necessary };

    private static bool Waits(Tracker tracker) => tracker.Stub == "ready-queue";

    // Only what stands in the window counts, and whether it is an array, which the first of its calls says. One that ends in a star is
    // a family of names.
    private static string Names(IEnumerable<Tracker> trackers) => string.Join(' ', trackers
        .SelectMany(tracker => tracker.Calls.Count > 0 ? tracker.Calls : tracker.Globals)
        .Select(call => (Name: call.Split('.')[0], IsQueue: call.Split('.') is [_, "push"]))
        .DistinctBy(call => call.Name)
        .Select(call => call.IsQueue ? call.Name + "[]" : call.Name));
}
