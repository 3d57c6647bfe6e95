using CookieGateway.Consent.Purposes;

namespace CookieGateway.Banner.Texts;

/// <summary>Purposes in the words of a notice.</summary>
internal static class PurposeNames
{
    public static string Name(NoticeTexts texts, Purpose purpose) => purpose switch
    {
        Purpose.Necessary => texts.Purposes.Necessary,
        Purpose.Preferences => texts.Purposes.Preferences,
        Purpose.Analytics => texts.Purposes.Analytics,
        _ => texts.Purposes.Marketing,
    };

    public static string Text(NoticeTexts texts, Purpose purpose) => purpose switch
    {
        Purpose.Necessary => texts.Purposes.NecessaryText,
        Purpose.Preferences => texts.Purposes.PreferencesText,
        Purpose.Analytics => texts.Purposes.AnalyticsText,
        _ => texts.Purposes.MarketingText,
    };

    public static string List(NoticeTexts texts, PurposeSet purposes) => purposes.IsNecessaryOnly
        ? texts.Record.Nothing
        : string.Join(", ", PurposeWords.Grantable.Where(purposes.Contains).Select(purpose => Name(texts, purpose)));
}
