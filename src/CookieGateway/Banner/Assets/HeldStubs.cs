using System.Runtime.CompilerServices;
using CookieGateway.Consent.Trackers;

namespace CookieGateway.Banner.Assets;

/// <summary>The stubs that the guard does not know by heart: a page gets them with the tag for which they stand.</summary>
internal static class HeldStubs
{
    /// <summary>Stands between the purposes and the names of a stub that calls nobody back and keeps what the page adds to it.</summary>
    public const string Keeping = ",,2,";

    private static readonly ConditionalWeakTable<Tracker, string> Known = [];
    private static readonly ConditionalWeakTable<Tracker, string> Newcomers = [];

    /// <summary>The stub in the shape of <see cref="StubTable.For(Tracker)"/>; null where the tracker has none, or the guard knows it.</summary>
    public static string? Of(Tracker tracker) => Known.GetValue(tracker, static one => Make(one) ?? "") is { Length: > 0 } stub ? stub : null;

    /// <summary>The stub of a newcomer, which no grant of a purpose sends away; null where it has none.</summary>
    public static string? OfNewcomer(Tracker tracker) =>
        Newcomers.GetValue(tracker, static one => StubTable.For(one, NewcomerTable.Word) ?? "") is { Length: > 0 } stub ? stub : null;

    private static string? Make(Tracker tracker) => KnownByHeart.Called.Contains(tracker.Id) ? null : StubTable.For(tracker);
}
