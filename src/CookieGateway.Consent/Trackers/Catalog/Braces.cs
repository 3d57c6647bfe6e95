namespace CookieGateway.Consent.Trackers.Catalog;

/// <summary>Lists in the middle of a pattern: <c>mc.yandex.{ru,kz}</c> stands for two hosts.</summary>
internal static class Braces
{
    public static IEnumerable<string> Expand(string text)
    {
        var open = text.IndexOf('{', StringComparison.Ordinal);
        var close = text.IndexOf('}', StringComparison.Ordinal);
        if (open < 0 || close < open)
        {
            return [text];
        }

        return text[(open + 1)..close].Split(',')
            .SelectMany(choice => Expand(text[..open] + choice + text[(close + 1)..]));
    }
}
