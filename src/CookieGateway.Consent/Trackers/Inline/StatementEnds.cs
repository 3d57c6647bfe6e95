namespace CookieGateway.Consent.Trackers.Inline;

/// <summary>Tells where one statement of a script's top level ends and the next begins, semicolons or not.</summary>
internal struct StatementEnds
{
    private bool _afterSemicolon;
    private bool _afterBlock;
    private bool _afterOperand;
    private bool _endsWithBlock;
    private bool _headDue;
    private bool _any;

    /// <summary>To be asked before each token that is read at the top level, after <see cref="Took"/> was told the one before it.</summary>
    public readonly bool BeginsNew(in ScriptLexer token)
    {
        if (!_any)
        {
            return true;
        }

        if ((token.Traits & WordTraits.ContinuesStatement) != 0)
        {
            return false;
        }

        if (_afterSemicolon || (_afterBlock && _endsWithBlock))
        {
            return true;
        }

        // https://tc39.es/ecma262/#sec-rules-of-automatic-semicolon-insertion: two values with a line break between them.
        return token.AfterLineBreak && _afterOperand
            && (token.Kind is TokenKind.Name or TokenKind.String or TokenKind.Number || token.Mark is (byte)'!' or (byte)'~');
    }

    /// <summary>To be told every token, with whether it began a statement and how deep it left the brackets.</summary>
    public void Took(in ScriptLexer token, bool begins)
    {
        _any = true;
        if (begins)
        {
            _endsWithBlock = token.Mark == (byte)'{' || (token.Traits & WordTraits.EndsWithBlock) != 0;
            _headDue = (token.Traits & WordTraits.HasHead) != 0;
        }

        var atTop = token.Depth == 0;
        _afterSemicolon = atTop && token.Mark == (byte)';';
        _afterBlock = atTop && token.Mark == (byte)'}';
        _afterOperand = atTop && (token.Kind != TokenKind.Punctuator || token.Mark is (byte)')' or (byte)']' or (byte)'}')
            && (token.Traits & WordTraits.ExpectsOperand) == 0;
        if (atTop && token.Mark == (byte)')' && _headDue)
        {
            // "if (…)" is not over with its bracket: its body follows, on the next line too.
            _headDue = false;
            _afterOperand = false;
        }
    }
}
