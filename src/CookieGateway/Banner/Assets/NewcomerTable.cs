using System.Text.Encodings.Web;
using System.Text.Json;
using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Purposes;
using CookieGateway.Consent.Trackers;

namespace CookieGateway.Banner.Assets;

/// <summary>
/// What the guard is told of a site's newcomers, on its own tag: lines as in <see cref="GuardTable"/> that come before those it has, with the
/// purpose that is granted behind them. Few visitors ever get some.
/// </summary>
internal static class NewcomerTable
{
    /// <summary>The purpose of a newcomer's tags and rules. Nobody can grant it: a newcomer is let in by its id.</summary>
    public const string Word = "new";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(Newcomers newcomers) => JsonSerializer.Serialize(newcomers.Held.SelectMany(Lines), Json);

    /// <summary>
    /// The granted purposes as the guard reads them. Three in a row mean to it that there is nothing left to hold, which is not true while
    /// a newcomer waits.
    /// </summary>
    public static string Grants(VisitorConsent consent) =>
        consent.Newcomers.Held.Count > 0 && consent.Purposes == PurposeSet.All ? "marketing,analytics,,preferences" : consent.Purposes.ToString();

    private static IEnumerable<object[]> Lines(Tracker tracker) => TrackerJudge.GuardRulesOf(tracker)
        .GroupBy(rule => rule.Kinds)
        .Select(group => (object[])
        [
            .. GuardTable.Line(Word, tracker.Id, group.Key, group.Select(rule => rule.Pattern)), PurposeWords.Of(tracker.Purpose),
        ]);
}
