namespace CookieGateway.Consent.Trackers.Inline;

/// <summary>What the innermost open bracket is, as seen by a string that stands in it.</summary>
internal enum Callee
{
    /// <summary>No call's bracket: a group, an array, an object, a block, or nothing at all.</summary>
    None,

    /// <summary>The call of a function that does nothing with an address by itself, as <c>push</c>.</summary>
    Idle,

    /// <summary>The call of a function that only looks at it or follows it, as <c>indexOf</c>.</summary>
    Looker,

    /// <summary><c>open</c>: a window, or a request of an XMLHttpRequest, whose first argument is a method.</summary>
    Opener,

    /// <summary>The head of if, while or switch: what stands in it is compared.</summary>
    Head,

    /// <summary>The head of for: the only round brackets with semicolons in them.</summary>
    ForHead,

    /// <summary>Any other call.</summary>
    Other,
}
