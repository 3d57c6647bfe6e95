namespace CookieGateway.Html.Rewriting;

/// <summary>What happens to a tag, comment or text that is longer than <see cref="HtmlOptions.MemoryLimit"/>. There is no way to pass it on unseen.</summary>
public enum OverLimit
{
    /// <summary>The rewrite ends with an <see cref="HtmlLimitException"/>; what has left is a clean beginning of the page.</summary>
    Refuse,

    /// <summary>The element (with its content), or the comment, is left out, and the rewrite goes on.</summary>
    RemoveElement,
}
