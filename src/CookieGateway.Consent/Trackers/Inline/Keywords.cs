namespace CookieGateway.Consent.Trackers.Inline;

/// <summary>The words of JavaScript that decide how the text after them is read.</summary>
internal static class Keywords
{
    /// <summary>A round bracket after the word is the head of a statement: what follows the head is no division.</summary>
    public static bool HaveHead(ReadOnlySpan<byte> word) => word.Length switch
    {
        2 => word.SequenceEqual("if"u8),
        3 => word.SequenceEqual("for"u8),
        4 => word.SequenceEqual("with"u8),
        5 => word.SequenceEqual("while"u8) || word.SequenceEqual("catch"u8),
        6 => word.SequenceEqual("switch"u8),
        _ => false,
    };

    /// <summary>A value follows the word, so that a slash begins a regular expression.</summary>
    public static bool ExpectOperand(ReadOnlySpan<byte> word) => word.Length switch
    {
        2 => word.SequenceEqual("in"u8) || word.SequenceEqual("of"u8) || word.SequenceEqual("do"u8),
        3 => word.SequenceEqual("new"u8),
        4 => word.SequenceEqual("void"u8) || word.SequenceEqual("case"u8) || word.SequenceEqual("else"u8),
        5 => word.SequenceEqual("throw"u8) || word.SequenceEqual("yield"u8) || word.SequenceEqual("await"u8),
        6 => word.SequenceEqual("return"u8) || word.SequenceEqual("typeof"u8) || word.SequenceEqual("delete"u8),
        10 => word.SequenceEqual("instanceof"u8),
        _ => false,
    };

    /// <summary>The statement that begins with the word ends with its last block, without a semicolon.</summary>
    public static bool EndWithBlock(ReadOnlySpan<byte> word) => HaveHead(word) || word.Length switch
    {
        2 => word.SequenceEqual("do"u8),
        3 => word.SequenceEqual("try"u8),
        4 => word.SequenceEqual("else"u8),
        5 => word.SequenceEqual("class"u8) || word.SequenceEqual("async"u8),
        7 => word.SequenceEqual("finally"u8),
        8 => word.SequenceEqual("function"u8),
        _ => false,
    };

    /// <summary>The word goes on with the statement before it.</summary>
    public static bool ContinueStatement(ReadOnlySpan<byte> word) => word.Length switch
    {
        2 => word.SequenceEqual("in"u8) || word.SequenceEqual("of"u8),
        4 => word.SequenceEqual("else"u8),
        5 => word.SequenceEqual("catch"u8),
        7 => word.SequenceEqual("finally"u8),
        10 => word.SequenceEqual("instanceof"u8),
        _ => false,
    };
}
