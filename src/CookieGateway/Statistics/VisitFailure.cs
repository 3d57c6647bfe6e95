namespace CookieGateway.Statistics;

/// <summary>Whose fault it was that a request did not end well. It decides what the dashboard tells to do about it.</summary>
public enum VisitFailure
{
    None = 0,

    /// <summary>The clinic's own server could not be reached, answered too late or answered nonsense.</summary>
    Origin,

    /// <summary>The visitor went away before the answer was complete; nobody needs to act.</summary>
    Visitor,

    /// <summary>The gateway could not rewrite the page and cut it off or refused it rather than pass it on as it was.</summary>
    Gateway,
}
