namespace CookieGateway.Consent.Trackers;

/// <summary>What a visitor misses while an embed is held; says which placeholder stands in for it.</summary>
public enum EmbedKind
{
    /// <summary>Not an embed: nothing is shown in its place.</summary>
    None = 0,

    /// <summary>A map.</summary>
    Map,

    /// <summary>A video player.</summary>
    Video,

    /// <summary>A player for music, podcasts, radio.</summary>
    Audio,

    /// <summary>A post, a feed, a like button of a social network.</summary>
    Social,

    /// <summary>Comments under an article.</summary>
    Comments,

    /// <summary>Ratings and reviews.</summary>
    Reviews,

    /// <summary>A booking calendar or timetable.</summary>
    Booking,

    /// <summary>A form or a survey that somebody else hosts.</summary>
    Form,

    /// <summary>Anything else that fills a place on the page.</summary>
    Content,
}
