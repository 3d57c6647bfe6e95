using CookieGateway.Banner;
using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Purposes;
using CookieGateway.Consent.Records;
using CookieGateway.Consent.Trackers;
using CookieGateway.Ledger;
using CookieGateway.Sites;

namespace CookieGateway.ConsentApi;

/// <summary>Makes the record of a decision: everything that has to be shown of it later.</summary>
public sealed class DecisionRecords(
    ConsentLedger ledger, ConsentCookie cookie, BannerRenderer banners, VariantDraw variants, CarriedTrackers carried)
{
    private const int LongestAgent = 512;

    /// <summary>
    /// The record, with what holds from it on, the notice that it names, and the variant that this is, where the site compares some; null
    /// when the message names a tracker that there is not, or answers for newcomers where there is no answer that could stand.
    /// </summary>
    public (ConsentRecord Record, VisitorConsent Consent, Notice Notice, string? Variant)? Make(OwnVisit visit, DecisionMessage message)
    {
        var site = visit.Site;
        if (message.Trackers.Any(id => site.Judge.Find(id) is null) || (message.AdmitsNewcomers is not null && visit.Consent.Decision is null))
        {
            return null;
        }

        var at = ledger.Moment();
        var earlier = cookie.Earlier(visit);
        var before = visit.Consent.Decision;
        var (purposes, trackers) = Granted(message, visit.Consent);
        var (notice, banner, isFound) = banners.Answered(
            site, variants.For(site, visit.Http), visit.Language, message.Notice, visit.Consent);
        var agreement = NoticeAgreement.Of(message, visit.Consent, purposes, isFound ? notice.Face.Recipients : [], banners.Seen(site));
        var record = new ConsentRecord
        {
            Id = RecordId.New(at),
            Site = site.Id,
            Visitor = earlier?.Visitor ?? VisitorId.New(),
            Previous = earlier?.Record,
            At = at,
            Event = EventOf(earlier, before, purposes, trackers),
            Method = message.Method,
            Purposes = purposes,
            Trackers = trackers,
            Policy = site.Policy.InForceAt(at)?.Version ?? "",
            Notice = notice.Version,
            // Who does not want a newcomer has not prolonged what was granted before.
            Expires = message.AdmitsNewcomers == false ? before!.Expires : at + site.Consent.Term,
            Operator = new RecordOperator(site.Operator.Name.In(visit.Language) ?? "", site.Operator.Id),
            Transfers = Transfers(site, purposes, trackers, agreement.Declined ?? []),
            IpAddress = visit.Address?.ToString(),
            UserAgent = Cut(visit.Http.Request.Headers.UserAgent),
            Page = PageOf(visit.Http.Request, message),
            Language = visit.Language,
            Recipients = agreement.Recipients,
            Declined = agreement.Declined,
            Offered = agreement.Offered,
        };
        var decision = record.Decision;
        var consent = new VisitorConsent { Decision = decision, Newcomers = Newcomers.Since(decision, carried(site), at) };
        return (record, consent, notice, site.Banner.Variants.Count > 0 ? banner.Name : null);
    }

    /// <summary>Where only a tracker is named, as on a placeholder, or only newcomers are answered for, it comes to what was granted before.</summary>
    private static (PurposeSet Purposes, IReadOnlyList<string> Trackers) Granted(DecisionMessage message, VisitorConsent consent)
    {
        var before = consent.Decision;
        var trackers = message.Purposes is null ? message.Trackers.Concat(before?.Trackers ?? []) : message.Trackers;
        var purposes = message.Purposes ?? before?.Purposes ?? PurposeSet.NecessaryOnly;
        if (message.AdmitsNewcomers == true)
        {
            purposes = PurposeWords.Grantable.Where(consent.Newcomers.Purposes.Contains).Aggregate(purposes, (all, purpose) => all.With(purpose));
        }

        return (purposes, [.. trackers.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    private static ConsentEvent EventOf(
        ConsentDecision? earlier, ConsentDecision? inForce, PurposeSet purposes, IReadOnlyList<string> trackers)
    {
        var grants = Grants(purposes, trackers);
        var had = inForce is not null && Grants(inForce.Purposes, inForce.Trackers);
        return (had, grants) switch
        {
            (true, false) => ConsentEvent.Withdrawn,
            (false, false) => ConsentEvent.Refused,
            (true, true) => ConsentEvent.Changed,
            _ when inForce is null && earlier is not null && earlier.Purposes == purposes => ConsentEvent.Renewed,
            _ => ConsentEvent.Given,
        };
    }

    private static bool Grants(PurposeSet purposes, IReadOnlyList<string> trackers) => !purposes.IsNecessaryOnly || trackers.Count > 0;

    private RecordTransfers Transfers(Site site, PurposeSet purposes, IReadOnlyList<string> trackers, IReadOnlyList<string> declined)
    {
        List<Tracker> recipients = [.. banners.Seen(site).Where(tracker => trackers.Contains(tracker.Id)
            || (purposes.Contains(tracker.Purpose) && !declined.Contains(RecipientPrints.NameOf(tracker))))];
        return new RecordTransfers(recipients.Count > 0, recipients.Exists(tracker => tracker.Country != site.Operator.Country));
    }

    private static string? Cut(string? agent) => string.IsNullOrEmpty(agent) ? null : agent[..Math.Min(agent.Length, LongestAgent)];

    /// <summary>Without its query: what stands there may be a name, a telephone number, a diagnosis.</summary>
    private static string? PageOf(HttpRequest request, DecisionMessage message) =>
        (LocalReturn.Checked(message.Page) ?? SameOrigin.LocalPath(request.Headers.Referer, request.Host))?.Split('?', '#')[0];
}
