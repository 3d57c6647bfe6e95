namespace CookieGateway.Html.Rewriting;

/// <summary>
/// Says of a start tag, by its bytes as they stand in the page, what its handlers would make of it. It is asked before the tag is taken
/// apart, and answers for the handlers: after a yes none of them is called.
/// </summary>
/// <param name="page">The page that is rewritten.</param>
/// <param name="markup">The tag from <c>&lt;</c> to <c>&gt;</c>; for an element whose text is asked for, with all of the text.</param>
/// <param name="space">The namespace that its element belongs to.</param>
/// <param name="rewritten">What is written of the tag in its place, as <see cref="TagSettled{TPage}"/> has told it; empty for the tag as it stands.</param>
public delegate bool TagRecall<in TPage>(TPage page, ReadOnlySpan<byte> markup, MarkupNamespace space, out ReadOnlySpan<byte> rewritten);
