using System.Numerics;
using CookieGateway.Html.Tokenizing;

namespace CookieGateway.Html.Rewriting;

/// <content>Elements whose content is text: streamed by, or held until it is whole for the handlers that want it.</content>
public sealed partial class HtmlRewriter<TPage>
{
    private TextEndScanner _text;
    private int _textScanned;
    private uint _textHandlers;
    private ulong _textKey;
    private TagTraits _textTraits;

    /// <summary>Some browser could find markup in the text, so that none may be left in it.</summary>
    private bool _isInert;

    private void BeginText(in TagEntry entry, TextKind kind)
    {
        _text.Start(kind, entry.TextName!);
        _isInert = _policy.Acts && _ambiguity.IsOf(kind, entry.Traits, _foreign);
    }

    /// <summary>A text element that nobody wants whole, or whose start tag has been dealt with.</summary>
    private int ReadText(ReadOnlySpan<byte> piece, int at)
    {
        var end = at;
        var inCData = _text.IsInCData;
        var found = _text.TryFindEnd(piece, ref end);
        if (_isInert && !_removal.IsActive)
        {
            PassUntil(piece, at);
            EmitInert(piece[at..end], piece[end..], inCData);
            _passed = end;
        }

        _mode = found ? Mode.Data : Mode.Text;
        return found || end == piece.Length ? end : Undecided(end);
    }

    private bool IsTextWanted(uint handlers, Element element)
    {
        _textHandlers = 0;
        while (handlers != 0)
        {
            var handler = BitOperations.TrailingZeroCount(handlers);
            handlers &= handlers - 1;
            if (_policy.RawTextHandlers[handler].Wanted?.Invoke(_page, element) ?? true)
            {
                _textHandlers |= 1u << handler;
            }
        }

        return _textHandlers != 0;
    }

    private void BeginHeldText(in TagEntry entry, ulong key, TextKind kind)
    {
        BeginText(entry, kind);
        _textScanned = 0;
        _textKey = key;
        _textTraits = entry.Traits;
        _mode = Mode.HeldText;
    }

    /// <summary>An element from its start tag at <paramref name="at"/> to the end of its text.</summary>
    private int ReadHeldText(ReadOnlySpan<byte> piece, int at)
    {
        var start = at + _edit.Tag.Length;
        if (!_text.TryFindEnd(piece[start..], ref _textScanned))
        {
            return Undecided(at);
        }

        var end = start + _textScanned;
        ShowText(piece, at, start, end, isClosed: true);
        _mode = Mode.Data;
        return end;
    }

    private void ShowText(ReadOnlySpan<byte> piece, int at, int start, int end, bool isClosed)
    {
        var text = piece[start..end];
        var element = new Element(piece[at..start], _edit);
        for (var handlers = _textHandlers; handlers != 0 && !_edit.Removed; handlers &= handlers - 1)
        {
            var handler = BitOperations.TrailingZeroCount(handlers);
            _policy.RawTextHandlers[handler].Handler(_page, element, new RawText(text, isClosed, _edit));
        }

        _edit.Removed |= _edit.TagRemoved;
        WriteStartTag(piece, at, _textKey, _textTraits, hasContent: true);
        if (isClosed)
        {
            TellSettled(piece[at..end], MarkupNamespace.Html);
        }

        if (_edit.Removed || (!_edit.TextReplaced && !_isInert))
        {
            return;
        }

        PassUntil(piece, start);
        _passed = end;
        if (_edit.TextReplaced)
        {
            EmitReplaced(_edit.Text.Span);
        }
        else
        {
            EmitInert(text, piece[end..], inCData: false);
        }
    }
}
