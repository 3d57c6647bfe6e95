namespace CookieGateway.Consent.Records;

/// <summary>The act by which a decision reached the gateway.</summary>
public enum ConsentMethod
{
    /// <summary>A button of the banner.</summary>
    BannerButton = 0,

    /// <summary>The preferences, as a page or opened in place.</summary>
    PreferencesPage = 1,

    /// <summary>The buttons on the stand-in of a held map or video.</summary>
    Placeholder = 2,

    /// <summary>The one-step withdrawal.</summary>
    Withdrawal = 3,

    /// <summary>A signal of the browser, such as Global Privacy Control. It can only refuse.</summary>
    Signal = 4,

    /// <summary>The operator, at the visitor's request: by phone, letter or form.</summary>
    OperatorRequest = 5,
}
