using System.Numerics;
using CookieGateway.Html.Tokenizing;
using CookieGateway.Html.Tree;

namespace CookieGateway.Html.Rewriting;

/// <content>End tags, which carry what was asked for at the end of their elements.</content>
public sealed partial class HtmlRewriter<TPage>
{
    private uint _mutedEndTags;

    private int ReadEndTag(ReadOnlySpan<byte> piece, int at)
    {
        var markup = piece[at..];
        if (!TryReadTag(markup, nameStart: 2))
        {
            return Undecided(at);
        }

        var tag = _edit.Tag;
        var name = markup[2..tag.NameEnd];
        var key = NameKey.Of(markup, 2, tag.NameEnd);
        ref readonly var entry = ref _policy.Tags.Find(key, name);
        if (_foreign.IsActive)
        {
            _foreign.EndTag(key);
        }

        _ambiguity.EndTag(entry.Traits);
        var end = at + tag.Length;
        if (_removal.IsActive)
        {
            var step = _removal.EndTag(key);
            if (step == RemovalStep.GoesOn)
            {
                return end;
            }

            _passed = step == RemovalStep.EndsWithTag ? end : at;
            if (step == RemovalStep.EndsWithTag)
            {
                return end;
            }
        }

        WriteEndTag(piece, at, key, (entry.EndTag | _policy.AnyEndTag) & ~_mutedEndTags);
        return end;
    }

    private void WriteEndTag(ReadOnlySpan<byte> piece, int at, ulong key, uint handlers)
    {
        OpenEnd open = default;
        var closes = !_ends.IsEmpty && _ends.TryClose(key, out open);
        if (!closes && handlers == 0)
        {
            return;
        }

        var markup = piece.Slice(at, _edit.Tag.Length);
        ShowEndTag(markup, handlers);
        PassUntil(piece, at);
        _passed = at + markup.Length;
        if (closes)
        {
            Emit(_ends.AppendOf(open));
        }

        Emit(_edit.Before.Span);
        if (closes && open.NameLength > 0 && !_edit.Removed)
        {
            Emit("</"u8);
            Emit(_ends.NameOf(open));
            Emit(markup[_edit.Tag.NameEnd..]);
        }
        else if (!_edit.Removed && !open.RemovesTag)
        {
            Emit(markup);
        }

        Emit(_edit.After.Span);
        if (closes)
        {
            Emit(_ends.AfterOf(open));
        }
    }

    private void ShowEndTag(ReadOnlySpan<byte> markup, uint handlers)
    {
        _edit.Begin(inNoscript: _inNoscript);
        while (handlers != 0 && !_edit.Removed)
        {
            var handler = BitOperations.TrailingZeroCount(handlers);
            handlers &= handlers - 1;
            _policy.EndTagHandlers[handler](_page, new EndTag(markup, _edit));
            if (_edit.Muted)
            {
                _edit.Muted = false;
                _mutedEndTags |= 1u << handler;
            }
        }
    }
}
