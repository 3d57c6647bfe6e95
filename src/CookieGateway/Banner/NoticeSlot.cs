namespace CookieGateway.Banner;

/// <summary>Where a notice names its own version. Its hash is taken with the slot empty, or no notice could carry it.</summary>
internal static class NoticeSlot
{
    public const string Text = "notice-version";

    public static string Fill(string html, string version) =>
        html.Replace($"value=\"{Text}\"", $"value=\"{version}\"", StringComparison.Ordinal);

    public static string Empty(string html) => Fill(html, "");
}
