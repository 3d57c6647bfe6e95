namespace CookieGateway.Consent.Trackers.Inline;

/// <summary>What a token of a script is, as far as the judge has to tell tokens apart.</summary>
internal enum TokenKind
{
    /// <summary>The text is over.</summary>
    End,

    /// <summary>A name or a keyword.</summary>
    Name,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A string in quotes.</summary>
    String,

    /// <summary>A piece of a template between backticks, "}" and "${".</summary>
    Template,

    /// <summary>A regular expression with its flags.</summary>
    RegExp,

    /// <summary>One byte of punctuation: operators of several bytes come as several tokens.</summary>
    Punctuator,
}
