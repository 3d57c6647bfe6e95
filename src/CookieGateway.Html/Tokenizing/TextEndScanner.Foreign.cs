namespace CookieGateway.Html.Tokenizing;

/// <content>
/// script and style in SVG and MathML: read in the data state, where a CDATA section hides an end tag. Everything else that looks like
/// markup there is taken as text by the rewriter, which also makes it text.
/// </content>
internal partial struct TextEndScanner
{
    private bool TryFindForeignEnd(ReadOnlySpan<byte> text, ref int at)
    {
        while (true)
        {
            if (_escape == Escape.Escaped)
            {
                // https://html.spec.whatwg.org/#cdata-section-state
                var close = text[at..].IndexOf("]]>"u8);
                if (close < 0)
                {
                    at = Math.Max(at, text.Length - 2);
                    return false;
                }

                at += close + 3;
                _escape = Escape.None;
            }

            var open = text[at..].IndexOf((byte)'<');
            if (open < 0)
            {
                at = text.Length;
                return false;
            }

            at += open;
            var answer = EndTagAt(text[at..]);
            if (answer == Answer.No)
            {
                answer = OpensCData(text[at..]);
                if (answer != Answer.NotYet)
                {
                    _escape = answer == Answer.Yes ? Escape.Escaped : Escape.None;
                    at += answer == Answer.Yes ? "<![CDATA["u8.Length : 1;
                    continue;
                }
            }

            return answer == Answer.Yes;
        }
    }

    private static Answer OpensCData(ReadOnlySpan<byte> text)
    {
        var opening = "<![CDATA["u8;
        return text.StartsWith(opening) ? Answer.Yes : opening.StartsWith(text) ? Answer.NotYet : Answer.No;
    }
}
