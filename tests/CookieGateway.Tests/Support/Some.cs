using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Purposes;
using CookieGateway.Consent.Records;

namespace CookieGateway.Tests.Support;

/// <summary>Things of the domain that a test does not care about beyond the one property it sets.</summary>
public static class Some
{
    public static DateTimeOffset Moment { get; } = new(2026, 11, 21, 9, 30, 15, 250, TimeSpan.Zero);

    public static ConsentRecord Record(string site = "kristall-dent", VisitorId? visitor = null, DateTimeOffset? at = null) => new()
    {
        Id = RecordId.New(at ?? Moment),
        Site = site,
        Visitor = visitor ?? VisitorId.New(),
        At = at ?? Moment,
        Event = ConsentEvent.Given,
        Method = ConsentMethod.BannerButton,
        Purposes = PurposeSet.Of(Purpose.Analytics),
        Trackers = ["2gis-maps"],
        Policy = "1.01",
        Notice = NoticeVersion.Of("Мы используем файлы cookie"u8),
        Expires = (at ?? Moment).AddDays(180),
        Operator = new RecordOperator("ТОО «КликМед»", "180740027339"),
        Transfers = new RecordTransfers(ThirdParties: true, CrossBorder: true),
        IpAddress = "203.0.113.77",
        UserAgent = "Mozilla/5.0 (X11; Linux x86_64)",
        Page = "https://kristall-dent.kz/ceny",
        Language = "ru",
    };
}
