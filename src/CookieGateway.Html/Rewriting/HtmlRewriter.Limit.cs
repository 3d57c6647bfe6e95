using CookieGateway.Html.Tokenizing;

namespace CookieGateway.Html.Rewriting;

/// <content>The one limiter of memory, and what happens beyond it.</content>
public sealed partial class HtmlRewriter<TPage>
{
    private ulong _longKey;
    private bool _isLongEndTag;

    private void CheckLimit()
    {
        if (_held.Length <= _options.MemoryLimit)
        {
            return;
        }

        switch (_mode)
        {
            case Mode.HeldText:
                RefuseOrGoOn("text of an element");
                RemoveLongText();
                break;
            case Mode.HeldComment:
                RefuseOrGoOn("comment");
                _commentEnd.Continue(_held.Span[4..]);
                _held.Clear();
                _dropsComment = true;
                _mode = Mode.Comment;
                break;
            default:
                RefuseOrGoOn("tag");
                RemoveLongTag();
                break;
        }
    }

    private void RefuseOrGoOn(string construct)
    {
        if (_options.OverLimit == OverLimit.Refuse)
        {
            throw new HtmlLimitException(construct, _options.MemoryLimit);
        }
    }

    private void RemoveLongText()
    {
        Emit(_edit.Before.Span);
        Emit(_edit.After.Span);
        _removal.Begin(_textKey, _textTraits);
        _held.RemoveStart(_edit.Tag.Length + _textScanned);
        _mode = Mode.Text;
    }

    /// <summary>Forgets the tag's bytes; only its name is known, if it was short.</summary>
    private void RemoveLongTag()
    {
        var nameStart = _held.Span[1] == '/' ? 2 : 1;
        var name = _held.Span[nameStart..];
        var length = name.IndexOfAny(ByteClass.EndsTagName);
        _longKey = length < 0 ? 0 : NameKey.Of(name[..length]);
        _isLongEndTag = nameStart == 2;
        _tagEnd.Rewind();
        _held.Clear();
        _mode = Mode.LongTag;
    }

    /// <summary>A tag that nobody can judge: it is left out, and with it the content of its element.</summary>
    private int ReadLongTag(ReadOnlySpan<byte> piece, int at)
    {
        PassUntil(piece, at);
        var ended = _tagEnd.TryFindEnd(piece[at..], 0);
        var end = ended ? at + _tagEnd.Position : piece.Length;
        _passed = end;
        _tagEnd.Rewind();
        if (ended)
        {
            _mode = Mode.Data;
            EndLongTag();
        }

        return end;
    }

    private void EndLongTag()
    {
        ref readonly var entry = ref _policy.Tags.Find(_longKey, default);
        if (_foreign.IsActive || (entry.Traits & TagTraits.ForeignRoot) != 0)
        {
            _foreign.MarkUncertain();
        }

        if (_isLongEndTag || _longKey == 0 || (entry.Traits & TagTraits.Void) != 0)
        {
            return;
        }

        _ambiguity.StartTag(entry.Traits);
        if (_removal.IsActive)
        {
            _removal.StartTag(_longKey);
        }
        else
        {
            _removal.Begin(_longKey, entry.Traits);
        }

        BeginContent(entry, entry.Text, MarkupNamespace.Html);
    }
}
