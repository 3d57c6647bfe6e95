namespace CookieGateway.Consent.Purposes;

/// <summary>The purposes as words in cookies, forms, attributes and Redis: lower case, never translated.</summary>
public static class PurposeWords
{
    /// <summary>Every purpose that a visitor can grant or refuse, in the order in which it is shown.</summary>
    public static IReadOnlyList<Purpose> Grantable { get; } = [Purpose.Preferences, Purpose.Analytics, Purpose.Marketing];

    /// <summary>The purpose's word.</summary>
    public static string Of(Purpose purpose) => purpose switch
    {
        Purpose.Necessary => "necessary",
        Purpose.Preferences => "preferences",
        Purpose.Analytics => "analytics",
        Purpose.Marketing => "marketing",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "There is no such purpose."),
    };

    /// <summary>The purpose of a word in any case; null when there is none.</summary>
    public static Purpose? Find(ReadOnlySpan<char> word) =>
        word.Equals("necessary", StringComparison.OrdinalIgnoreCase) ? Purpose.Necessary
        : word.Equals("preferences", StringComparison.OrdinalIgnoreCase) ? Purpose.Preferences
        : word.Equals("analytics", StringComparison.OrdinalIgnoreCase) ? Purpose.Analytics
        : word.Equals("marketing", StringComparison.OrdinalIgnoreCase) ? Purpose.Marketing
        : null;
}
