using CookieGateway.Banner.Texts;
using CookieGateway.Consent.Trackers;
using CookieGateway.Sites;

namespace CookieGateway.Banner;

/// <summary>What a notice of one site says in one language: its texts and the facts that the law wants in it.</summary>
public sealed class NoticeFace
{
    public NoticeFace(Site site, BannerSettings banner, string language, IReadOnlyList<Tracker> recipients)
    {
        Site = site;
        Banner = banner;
        Language = language;
        Texts = TextLibrary.For(banner, language);
        Recipients = recipients;
    }

    public Site Site { get; }

    /// <summary>The site's own, or one of its variants.</summary>
    public BannerSettings Banner { get; }

    public string Language { get; }

    public NoticeTexts Texts { get; }

    /// <summary>The trackers that this site is known to carry. Each receives data when its purpose is granted.</summary>
    public IReadOnlyList<Tracker> Recipients { get; }

    public int RecipientsAbroad => Recipients.Count(tracker => tracker.Country != Site.Operator.Country);

    /// <summary>Name with BIN or IIN, as a consent must have it (94-V Art. 8(4)); null while the operator has filled in neither.</summary>
    public string? OperatorName => (Site.Operator.Name.In(Language), OperatorNumber) switch
    {
        (null, var number) => number,
        (var name, null) => name,
        var (name, number) => $"{name}, {number}",
    };

    /// <summary>The number with the name of its kind: the fifth digit of a BIN is 4, 5 or 6, and of an IIN the first of a day.</summary>
    private string? OperatorNumber => Site.Operator.Id is not { Length: 12 } id
        ? Site.Operator.Id
        : (Language, id[4] is >= '4' and <= '6') switch
        {
            ("kk", true) => $"БСН\u00A0{id}",
            ("kk", false) => $"ЖСН\u00A0{id}",
            ("ru", true) => $"БИН\u00A0{id}",
            ("ru", false) => $"ИИН\u00A0{id}",
            (_, true) => $"BIN\u00A0{id}",
            (_, false) => $"IIN\u00A0{id}",
        };
}
