namespace CookieGateway.Sites;

/// <summary>What a browser's signal of refusal does. Neither lets anything run that the visitor has not granted.</summary>
public enum SignalMeaning
{
    /// <summary>It is the visitor's answer: refused, and nobody asks.</summary>
    Refuse,

    /// <summary>It answers nothing: the banner asks as it asks everybody.</summary>
    Ask,
}
