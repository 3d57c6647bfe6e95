using CookieGateway.Html.Tokenizing;

namespace CookieGateway.Html.Rewriting;

/// <content>Tags that the page has met before and knows by their bytes: dealt with without being taken apart.</content>
public sealed partial class HtmlRewriter<TPage>
{
    /// <summary>How many bytes the page was asked about and did not know: the tag that is being read, or its element. 0 when it was not asked.</summary>
    private int _asked;

    /// <summary>The page has been asked about the tag at which the passing over stopped, and did not know it.</summary>
    private bool _hasAsked;

    /// <summary>True for a policy that remembers tags.</summary>
    private readonly bool _canRecall;

    /// <summary>The last start tag that was changed, as it was written.</summary>
    private readonly ByteBuffer _rewritten = new();

    /// <summary>Whether a tag's bytes and its namespace say all that it means here.</summary>
    private bool IsPlainPlace => !_inNoscript && !_removal.IsActive && _ends.IsEmpty && !_tagEnd.HasBegun
        && !_ambiguity.CanEnd && !_ambiguity.IgnoresTags
        && (!_foreign.IsActive || (_foreign.IsPlainSvg && !_foreign.IsUncertain));

    /// <summary>
    /// The place behind a start tag that the page knows, or behind the text of its element where somebody may want that; 0 where it has
    /// to be read.
    /// </summary>
    private int EndOfKnownTag(ReadOnlySpan<byte> piece, int at)
    {
        if (_hasAsked)
        {
            _hasAsked = false;
            return 0;
        }

        _asked = 0;
        if (_policy.Recall is not { } recall || piece.Length - at < TagBlock.Length || !IsPlainPlace)
        {
            return 0;
        }

        var nameEnd = ByteScan.TagNameEnd(piece, at + 1);
        if (nameEnd < 0)
        {
            return 0;
        }

        var key = NameKey.Of(piece, at + 1, nameEnd);
        ref readonly var entry = ref _policy.Tags.Find(key, piece[(at + 1)..nameEnd]);
        var end = IsPlain(entry) ? TagGlance.EndOf(piece, nameEnd, _longestGlance, AttributeTable.OfNobody) : 0;
        var withText = end > 0 && entry.RawText != 0 && !_foreign.IsActive ? EndOfWholeText(piece, end, entry) : end;
        if (withText == 0)
        {
            return 0;
        }

        if (!recall(_page, piece[at..withText], PlainNamespace, out var rewritten))
        {
            _asked = withText - at;
            return 0;
        }

        if (!rewritten.IsEmpty)
        {
            PassUntil(piece, at);
            Emit(rewritten);
            _passed = end;
        }

        if (entry.RawText != 0)
        {
            return withText;
        }

        if (!_foreign.IsActive)
        {
            BeginContent(entry, entry.Text, MarkupNamespace.Html);
        }
        else if (piece[end - 2] != '/')
        {
            _foreign.PlainStartTag(key);
        }

        return end;
    }

    /// <summary>
    /// The same where nothing is open and the tag changes nothing in how the page is read on, as it stands between those that are nobody's
    /// business: its end is known by then.
    /// </summary>
    private int EndOfOrdinaryKnownTag(ReadOnlySpan<byte> piece, int at, int end, in TagEntry entry)
    {
        if (end == 0 || !_canRecall || _inNoscript || _ambiguity.IgnoresTags || !IsPlain(entry))
        {
            return 0;
        }

        if (!_policy.Recall!(_page, piece[at..end], MarkupNamespace.Html, out var rewritten))
        {
            _asked = end - at;
            _hasAsked = true;
            return 0;
        }

        if (!rewritten.IsEmpty)
        {
            PassUntil(piece, at);
            Emit(rewritten);
            _passed = end;
        }

        return end;
    }

    /// <summary>Where the text of an element ends whose start tag ends at a place; 0 when it goes beyond the piece.</summary>
    private static int EndOfWholeText(ReadOnlySpan<byte> piece, int start, in TagEntry entry)
    {
        var scanner = default(TextEndScanner);
        scanner.Start(entry.Text, entry.TextName!);
        var length = 0;
        return scanner.TryFindEnd(piece[start..], ref length) ? start + length : 0;
    }

    private MarkupNamespace PlainNamespace => _foreign.IsActive ? MarkupNamespace.Svg : MarkupNamespace.Html;

    private bool IsPlain(in TagEntry entry) => (_policy.AnyElement & ~entry.Spared & ~_muted) == 0
        && (_foreign.IsActive
            ? entry.IsOrdinary && (entry.Traits & (TagTraits.Breakout | TagTraits.BreakoutIfStyled)) == 0
            : (entry.Traits & TagTraits.Followed) == 0);

    /// <summary>Tells the page what has become of the tag that it did not know.</summary>
    private void TellSettled(ReadOnlySpan<byte> markup, MarkupNamespace space)
    {
        if (_asked > 0 && !_edit.ReachesFurther)
        {
            _policy.Settled!(_page, markup[.._asked], space, _edit.IsChange ? _rewritten.Span : default);
        }
    }
}
