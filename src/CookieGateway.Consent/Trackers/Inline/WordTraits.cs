namespace CookieGateway.Consent.Trackers.Inline;

/// <summary>What a word means to the reading of a script, whatever it is the name of.</summary>
[Flags]
internal enum WordTraits
{
    None = 0,

    /// <summary>A round bracket after the word is the head of a statement: what follows the head is no division.</summary>
    HasHead = 1,

    /// <summary>A value follows the word, so that a slash begins a regular expression.</summary>
    ExpectsOperand = 1 << 1,

    /// <summary>The statement that begins with the word ends with its last block, without a semicolon.</summary>
    EndsWithBlock = 1 << 2,

    /// <summary>The word goes on with the statement before it.</summary>
    ContinuesStatement = 1 << 3,

    /// <summary>Where the word stands, a request can be made of an address that stands near by.</summary>
    Loader = 1 << 4,

    /// <summary>An address in the brackets of a call by this name is looked at or followed, and not requested.</summary>
    Looker = 1 << 5,

    /// <summary>A call by this name does nothing by itself: a handler made of such and of a tracker's calls only tells the tracker.</summary>
    Idle = 1 << 6,

    /// <summary>The global object, under a name that snippets use for it as vendors publish them too.</summary>
    Global = 1 << 7,

    /// <summary>The word is <c>function</c>.</summary>
    Function = 1 << 8,

    /// <summary>The word is <c>for</c>.</summary>
    For = 1 << 9,

    /// <summary>The word is <c>case</c>.</summary>
    Case = 1 << 10,

    /// <summary>The word is <c>open</c>: of a window, or of a request.</summary>
    Open = 1 << 11,

    /// <summary>The word is <c>href</c>.</summary>
    Href = 1 << 12,

    /// <summary>The word is <c>join</c>.</summary>
    Join = 1 << 13,

    /// <summary>A call by this name looks for elements of the page.</summary>
    Finder = 1 << 14,
}
