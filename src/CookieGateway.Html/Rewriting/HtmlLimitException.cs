namespace CookieGateway.Html.Rewriting;

/// <summary>A construct of the page is longer than the memory limit, and the caller chose <see cref="OverLimit.Refuse"/>.</summary>
public sealed class HtmlLimitException(string construct, int limit) : Exception(
    $"A {construct} of the page is longer than the memory limit of {limit} bytes. Raise HtmlOptions.MemoryLimit, or choose OverLimit.RemoveElement.")
{
    /// <summary>What was too long: "tag", "comment", or "text of an element".</summary>
    public string Construct { get; } = construct;
}
