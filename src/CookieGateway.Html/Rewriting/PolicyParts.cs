using CookieGateway.Html.Tokenizing;

namespace CookieGateway.Html.Rewriting;

/// <summary>A policy as the rewriter reads it: handlers in arrays, and tables from names to bits that stand for places in them.</summary>
internal sealed class PolicyParts<TPage>
{
    public required TagTable Tags { get; init; }

    public required AttributeTable Attributes { get; init; }

    public required ulong AnyElement { get; init; }

    public required uint AnyEndTag { get; init; }

    public required ElementHandler<TPage>[] StartTagHandlers { get; init; }

    public required EndTagHandler<TPage>[] EndTagHandlers { get; init; }

    public required TextInterest<TPage>[] RawTextHandlers { get; init; }

    public required TextHandler<TPage>[] TextHandlers { get; init; }

    public required CommentHandler<TPage>[] CommentHandlers { get; init; }

    public required PageEndHandler<TPage>[] PageEndHandlers { get; init; }

    /// <summary>What answers for the handlers of tags that are known; null where every tag is read.</summary>
    public required TagRecall<TPage>? Recall { get; init; }

    public required TagSettled<TPage>? Settled { get; init; }

    /// <summary>False for a policy that looks at nothing: it has no reason to make anything inert either.</summary>
    public bool Acts => StartTagHandlers.Length + RawTextHandlers.Length + CommentHandlers.Length + EndTagHandlers.Length
        + TextHandlers.Length + PageEndHandlers.Length > 0;
}
