namespace CookieGateway.Html.Tree;

/// <summary>What an end tag means for an element that is being left out.</summary>
internal enum RemovalStep
{
    /// <summary>The element is still open.</summary>
    GoesOn,

    /// <summary>The tag is the element's own, and is left out with it.</summary>
    EndsWithTag,

    /// <summary>The tag belongs to an element outside, which ends this one as well.</summary>
    EndsBeforeTag,
}
