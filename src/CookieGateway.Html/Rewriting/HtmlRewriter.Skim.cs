using System.Runtime.CompilerServices;
using CookieGateway.Html.Tokenizing;

namespace CookieGateway.Html.Rewriting;

/// <content>Text and tags that are nobody's business, which are most of a page: passed over without being read.</content>
public sealed partial class HtmlRewriter<TPage>
{
    /// <summary>True for a policy without end-tag handlers.</summary>
    private readonly bool _isNobodyWaiting;

    /// <summary>True for a policy without text handlers.</summary>
    private readonly bool _isTextNobodys;

    /// <summary>A tag that is no longer has fewer attributes than there may be.</summary>
    private int _longestGlance;

    /// <summary>Nothing is open that the tags which nobody asks for could mean anything to; in an svg or math only their nesting counts.</summary>
    private bool IsCalm => _isTextNobodys && _ends.IsEmpty && !_removal.IsActive && !_ambiguity.IsInTemplate && !_tagEnd.HasBegun;

    /// <summary>Passes over text and tags up to the first construct that has to be read.</summary>
    private int Skim(ReadOnlySpan<byte> piece, int at, int until)
    {
        var tags = _policy.Tags;
        var interests = _policy.Attributes;
        while (at < until)
        {
            var open = piece[at] == '<' ? at : ByteScan.Find(piece, at, (byte)'<');
            if (open < 0)
            {
                return piece.Length;
            }

            if (piece.Length - open < TagBlock.Length)
            {
                return open;
            }

            var next = piece[open + 1];
            if (next == '/')
            {
                at = EndOfEndTag(piece, open + 2);
            }
            else if (ByteClass.IsLetter(next))
            {
                at = EndOfStartTag(piece, open, tags, interests);
            }
            else
            {
                at = EndOfNoMarkup(piece, open, next);
            }

            if (at == 0)
            {
                return EndOfSvgRoot(piece, open) is > 0 and var inside ? inside : open;
            }
        }

        return at;
    }

    // A "<" is text unless a letter, "/", "!" or "?" follows; of a run of them only the last can be more.
    private static int EndOfNoMarkup(ReadOnlySpan<byte> piece, int open, byte next) => next switch
    {
        (byte)'!' or (byte)'?' => 0,
        (byte)'<' => piece[open..].IndexOfAnyExcept((byte)'<') is > 0 and var run ? open + run - 1 : piece.Length - 1,
        _ => open + 1,
    };

    /// <summary>The same within an svg, whose nesting is followed.</summary>
    private int SkimSvg(ReadOnlySpan<byte> piece, int at, int until)
    {
        while (at < until && _foreign.IsPlainSvg && !_ambiguity.IgnoresTags)
        {
            var open = ByteScan.Find(piece, at, (byte)'<');
            if (open < 0)
            {
                return piece.Length;
            }

            if (piece.Length - open < TagBlock.Length)
            {
                return open;
            }

            at = piece[open + 1] == '/' ? EndOfSvgEndTag(piece, open + 2) : EndOfSvgStartTag(piece, open + 1);
            if (at == 0)
            {
                return open;
            }
        }

        return at;
    }

    /// <summary>The place behind an end tag that is nothing but a name; 0 where it has to be read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int EndOfEndTag(ReadOnlySpan<byte> piece, int name)
    {
        var nameEnd = _isNobodyWaiting && ByteClass.IsLetter(piece[name]) ? ByteScan.TagNameEnd(piece, name) : -1;
        return nameEnd > 0 && piece[nameEnd] == '>' && !(_ambiguity.CanEnd && EndsSelect(piece[name..nameEnd])) ? nameEnd + 1 : 0;
    }

    private static bool EndsSelect(ReadOnlySpan<byte> name) => NameKey.SameName(name, "select"u8);

    /// <summary>The place behind a start tag that is nobody's business, or that the page knows; 0 where it has to be read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int EndOfStartTag(ReadOnlySpan<byte> piece, int open, TagTable tags, AttributeTable interests)
    {
        var name = open + 1;
        var nameEnd = ByteScan.TagNameEnd(piece, name);
        if (nameEnd < 0)
        {
            return 0;
        }

        ref readonly var entry = ref tags.Find(NameKey.Of(piece, name, nameEnd), piece[name..nameEnd]);
        var isNobodys = (HandlersOf(entry) & ~_muted) == 0;
        if (!entry.IsOrdinary || !(isNobodys || _canRecall))
        {
            return 0;
        }

        var end = TagGlance.EndOf(piece, nameEnd, _longestGlance, isNobodys ? interests : AttributeTable.OfNobody);
        return isNobodys && end >= 0 ? end : EndOfOrdinaryKnownTag(piece, open, Math.Abs(end), entry);
    }

    /// <summary>The place behind the start tag of a drawing that is nobody's business, which is then open; 0 for any other tag.</summary>
    private int EndOfSvgRoot(ReadOnlySpan<byte> piece, int open)
    {
        var name = open + 1;
        var nameEnd = name + "svg".Length;
        if (!piece[name..].StartsWith("svg"u8) || ByteScan.TagNameEnd(piece, name) != nameEnd || _inNoscript || _ambiguity.IgnoresTags)
        {
            return 0;
        }

        var key = NameKey.Of(piece, name, nameEnd);
        var isNobodys = (HandlersOf(_policy.Tags.Find(key, piece[name..nameEnd])) & ~_muted) == 0;
        var end = isNobodys ? TagGlance.EndOf(piece, nameEnd, _longestGlance, _policy.Attributes) : 0;
        if (end > 0 && piece[end - 2] != '/')
        {
            _foreign.PlainStartTag(key);
        }

        return Math.Max(end, 0);
    }

    private int EndOfSvgEndTag(ReadOnlySpan<byte> piece, int name)
    {
        var end = EndOfEndTag(piece, name);
        if (end > 0)
        {
            _foreign.EndTag(NameKey.Of(piece, name, end - 1));
        }

        return end;
    }

    private int EndOfSvgStartTag(ReadOnlySpan<byte> piece, int name)
    {
        var nameEnd = ByteClass.IsLetter(piece[name]) ? ByteScan.TagNameEnd(piece, name) : -1;
        if (nameEnd < 0)
        {
            return 0;
        }

        var key = NameKey.Of(piece, name, nameEnd);
        ref readonly var entry = ref _policy.Tags.Find(key, piece[name..nameEnd]);
        if ((HandlersOf(entry) & ~_muted) != 0
            || !entry.IsOrdinary || (entry.Traits & (TagTraits.Breakout | TagTraits.BreakoutIfStyled)) != 0)
        {
            return 0;
        }

        var end = TagGlance.EndOf(piece, nameEnd, _longestGlance, _policy.Attributes);
        if (end > 0 && piece[end - 2] != '/')
        {
            _foreign.PlainStartTag(key);
        }

        return Math.Max(end, 0);
    }
}
