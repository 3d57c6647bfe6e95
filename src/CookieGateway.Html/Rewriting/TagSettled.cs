namespace CookieGateway.Html.Rewriting;

/// <summary>
/// Is told what the handlers have made of a start tag: nothing, or another tag. It is not told of tags around which something was put, or
/// whose text, content or end tag changes.
/// </summary>
/// <param name="page">The page that is rewritten.</param>
/// <param name="markup">What <see cref="TagRecall{TPage}"/> was asked about.</param>
/// <param name="space">The namespace that its element belongs to.</param>
/// <param name="rewritten">What was written in the tag's place; empty when it was left as it stands.</param>
public delegate void TagSettled<in TPage>(TPage page, ReadOnlySpan<byte> markup, MarkupNamespace space, ReadOnlySpan<byte> rewritten);
