namespace CookieGateway.Consent.Trackers;

/// <summary>The switch that a tracker itself offers, as far as its documentation promises one.</summary>
public sealed record ConsentApi
{
    /// <summary>
    /// The call that tells it of a grant: a JSON array of the function's dotted name and its arguments, as in
    /// <c>["fbq","consent","grant"]</c>, so that no script has to evaluate text. Null when there is none.
    /// </summary>
    public string? Grant { get; init; }

    /// <summary>The call that tells it of a refusal or a withdrawal, in the same form.</summary>
    public string? Refuse { get; init; }

    /// <summary>A global that switches it off when true before it starts; <c>{id}</c> stands for the account's number.</summary>
    public string? DisableFlag { get; init; }
}
