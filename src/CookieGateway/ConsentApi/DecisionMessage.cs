using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Purposes;
using CookieGateway.Consent.Records;

namespace CookieGateway.ConsentApi;

/// <summary>A decision as it arrives, read but not yet believed.</summary>
public sealed record DecisionMessage
{
    /// <summary>What <c>grant</c> says; null when there is none, as on a placeholder, where only a tracker is named.</summary>
    public PurposeSet? Purposes { get; init; }

    /// <summary>
    /// The answer to a banner that asks again: true lets the newcomers in, false does not, and the earlier answer stands in both cases. Null
    /// for every other answer.
    /// </summary>
    public bool? AdmitsNewcomers { get; init; }

    /// <summary>The visitor would rather choose: they are led to the preferences.</summary>
    public bool Choose { get; init; }

    public IReadOnlyList<string> Trackers { get; init; } = [];

    public required ConsentMethod Method { get; init; }

    /// <summary>A form leads back to a page; a script wants the receipt.</summary>
    public required bool IsForm { get; init; }

    public string? ReturnTo { get; init; }

    public string? Language { get; init; }

    /// <summary>The notice that the visitor saw, as the form that they sent names it.</summary>
    public NoticeVersion Notice { get; init; }

    /// <summary>The page they were on, as their script says.</summary>
    public string? Page { get; init; }
}
