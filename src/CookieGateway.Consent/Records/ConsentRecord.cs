using System.Text.Json.Serialization;
using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Purposes;

namespace CookieGateway.Consent.Records;

/// <summary>
/// One entry of the ledger: who decided what, when, from where and how. It never changes but for the masking of its address after
/// the site's term, and for <see cref="Anonymised"/>.
/// </summary>
public sealed record ConsentRecord
{
    /// <summary>Names the record; the visitor sees it on the receipt.</summary>
    public required RecordId Id { get; init; }

    /// <summary>The site's key in the configuration.</summary>
    public required string Site { get; init; }

    /// <summary>Who decided; the default value once the visitor has been erased.</summary>
    public required VisitorId Visitor { get; init; }

    /// <summary>The visitor's record before this one; null for the first.</summary>
    public RecordId? Previous { get; init; }

    /// <summary>The gateway's clock, in UTC, to the millisecond.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What happened.</summary>
    public required ConsentEvent Event { get; init; }

    /// <summary>By which act.</summary>
    public required ConsentMethod Method { get; init; }

    /// <summary>What is granted from here on; what is not in it is refused.</summary>
    public required PurposeSet Purposes { get; init; }

    /// <summary>Ids of trackers granted one by one on a placeholder.</summary>
    public IReadOnlyList<string> Trackers { get; init; } = [];

    /// <summary>The policy version in force; empty when the site names none.</summary>
    public required string Policy { get; init; }

    /// <summary>The notice that was shown; its bytes are in the ledger's archive.</summary>
    public required NoticeVersion Notice { get; init; }

    /// <summary>The end of the consent's term. 94-V Art. 8(4): a consent has a term.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <summary>To whom consent was given.</summary>
    public required RecordOperator Operator { get; init; }

    /// <summary>Where what was granted may go.</summary>
    public RecordTransfers Transfers { get; init; }

    /// <summary>The address the decision came from, as the trusted hop gave it, in the form the site stores; null when it is not kept.</summary>
    public string? IpAddress { get; init; }

    /// <summary>The browser as it names itself, cut to 512 characters; null when it does not.</summary>
    public string? UserAgent { get; init; }

    /// <summary>The page where the banner stood, without its query; null when the browser does not say.</summary>
    public string? Page { get; init; }

    /// <summary>The language of the notice, as in "kk".</summary>
    public string? Language { get; init; }

    /// <summary>When the visitor was erased from the record; null while the record is whole.</summary>
    public DateTimeOffset? Erased { get; init; }

    /// <summary>
    /// The recipients that the notice named under what was granted, as <see cref="RecipientPrints.NameOf"/> writes them; null in records from
    /// before they were kept.
    /// </summary>
    public IReadOnlyList<string>? Recipients { get; init; }

    /// <summary>Recipients that came after the grant and were not wanted; null where there are none.</summary>
    public IReadOnlyList<string>? Declined { get; init; }

    /// <summary>The purposes that the notice asked for, granted or not; null for all that there are.</summary>
    public PurposeSet? Offered { get; init; }

    /// <summary>The part of it that the consent cookie carries.</summary>
    [JsonIgnore]
    public ConsentDecision Decision => new()
    {
        Visitor = Visitor,
        Record = Id,
        Purposes = Purposes,
        Trackers = Trackers,
        At = At,
        Expires = Expires,
        Policy = Policy,
        Notice = Notice,
        Recipients = Recipients is null ? null : RecipientPrints.Of(Recipients),
        Declined = RecipientPrints.Of(Declined ?? []),
        Offered = Offered ?? PurposeSet.All,
    };

    /// <summary>The record without anything that leads to a person; that a decision was taken, when, and on what, stays provable.</summary>
    public ConsentRecord Anonymised(DateTimeOffset now) => this with
    {
        Visitor = default,
        IpAddress = null,
        UserAgent = null,
        Page = null,
        Language = null,
        Erased = Erased ?? now,
    };
}
