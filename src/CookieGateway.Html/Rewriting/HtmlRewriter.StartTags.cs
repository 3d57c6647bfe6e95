using System.Numerics;
using System.Runtime.CompilerServices;
using CookieGateway.Html.Tokenizing;

namespace CookieGateway.Html.Rewriting;

/// <content>Start tags: read, shown to the handlers that want them, written as they have left them.</content>
public sealed partial class HtmlRewriter<TPage>
{
    private TagEndScanner _tagEnd;

    private int ReadStartTag(ReadOnlySpan<byte> piece, int at)
    {
        var known = EndOfKnownTag(piece, at);
        if (known > 0)
        {
            return known;
        }

        var markup = piece[at..];
        if (!TryReadTag(markup, nameStart: 1))
        {
            return Undecided(at);
        }

        var tag = _edit.Tag;
        var name = markup[1..tag.NameEnd];
        var key = NameKey.Of(markup, 1, tag.NameEnd);
        ref readonly var entry = ref _policy.Tags.Find(key, name);
        var handlers = (HandlersOf(entry) | tag.Wanted) & ~_muted;
        if (handlers == 0 && entry.IsOrdinary && !_foreign.IsActive && !_removal.IsActive && _ends.IsEmpty && !tag.HasTooManyAttributes)
        {
            // The common tag: nobody's business.
            return at + tag.Length;
        }

        var space = entry.IsOrdinary && !_foreign.IsActive
            ? MarkupNamespace.Html
            : Follow(markup, key, entry.Traits);

        var hasContent = space == MarkupNamespace.Html ? (entry.Traits & TagTraits.Void) == 0 : !tag.IsSelfClosing;
        var text = TextOf(entry, space, hasContent);
        if (_removal.IsActive)
        {
            if (hasContent)
            {
                _removal.StartTag(key);
            }
        }
        else if (ShowStartTag(markup, entry, handlers, space, hasContent, text))
        {
            BeginHeldText(entry, key, text);
            return at;
        }
        else
        {
            WriteStartTag(piece, at, key, entry.Traits, hasContent);
            TellSettled(markup, space);
        }

        BeginContent(entry, text, space);
        return at + tag.Length;
    }

    /// <summary>The handlers that want the tag for its name, muted ones included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong HandlersOf(in TagEntry entry) => entry.StartTag | (_policy.AnyElement & ~entry.Spared);

    private bool TryReadTag(ReadOnlySpan<byte> markup, int nameStart)
    {
        // A tag that has been cut is looked through for its end first, each byte once, however many pieces it comes in.
        if (_tagEnd.HasBegun && !_tagEnd.TryFindEnd(markup, nameStart))
        {
            return false;
        }

        if (_edit.Tag.TryRead(markup, nameStart))
        {
            return true;
        }

        _tagEnd.TryFindEnd(markup, nameStart);
        return false;
    }

    /// <summary>Follows what the tag means to a tree builder, and says which namespace its element is in.</summary>
    private MarkupNamespace Follow(ReadOnlySpan<byte> markup, ulong key, TagTraits traits)
    {
        _ambiguity.StartTag(traits);
        if (!_foreign.IsActive && (traits & TagTraits.ForeignRoot) == 0)
        {
            return MarkupNamespace.Html;
        }

        var space = _foreign.StartTag(markup, _edit.Tag, key, traits);
        if (_ambiguity.IgnoresTags)
        {
            _foreign.Doubt();
        }

        return space;
    }

    /// <summary>How the element's content is read.</summary>
    private TextKind TextOf(in TagEntry entry, MarkupNamespace space, bool hasContent)
    {
        // Where it is a guess, the text is what has to be inspected; that it is no markup either is seen to when it is written.
        if (space == MarkupNamespace.Html || _foreign.IsUncertain)
        {
            return entry.Text;
        }

        return hasContent && entry.TextName is { } name && (name.AsSpan().SequenceEqual("script"u8) || name.AsSpan().SequenceEqual("style"u8))
            ? TextKind.Foreign
            : TextKind.None;
    }

    /// <summary>Calls the handlers of the start tag. True when somebody wants the element's text before anything of it is written.</summary>
    private bool ShowStartTag(ReadOnlySpan<byte> markup, in TagEntry entry, ulong handlers, MarkupNamespace space, bool hasContent, TextKind text)
    {
        var wantsText = text != TextKind.None && entry.RawText != 0;
        _edit.Clear();
        if (_edit.Tag.HasTooManyAttributes && _policy.Acts)
        {
            RefuseOrGoOn("tag");
            _edit.Begin();
            _edit.Removed = true;
            return false;
        }

        if (handlers == 0 && !wantsText)
        {
            return false;
        }

        _edit.Begin(space, hasContent, _inNoscript);
        var element = new Element(markup[.._edit.Tag.Length], _edit);
        while (handlers != 0 && !_edit.Removed)
        {
            var handler = BitOperations.TrailingZeroCount(handlers);
            handlers &= handlers - 1;
            _policy.StartTagHandlers[handler](_page, element);
            if (_edit.Muted)
            {
                _edit.Muted = false;
                _asked = 0;
                _muted |= 1UL << handler;
            }
        }

        // Without its tags the content of a text element would become markup.
        _edit.Removed |= _edit.TagRemoved && text != TextKind.None;
        return wantsText && !_edit.Removed && IsTextWanted(entry.RawText, element);
    }

    private void WriteStartTag(ReadOnlySpan<byte> piece, int at, ulong key, TagTraits traits, bool hasContent)
    {
        if (!_edit.IsChange)
        {
            ExpectEnd(key, hasContent);
            return;
        }

        var end = at + _edit.Tag.Length;
        PassUntil(piece, at);
        _passed = end;
        Emit(_edit.Before.Span);
        if (_edit.Removed)
        {
            Emit(_edit.After.Span);
            if (hasContent)
            {
                _removal.Begin(key, traits);
            }

            return;
        }

        if (_edit.TagChanged && !_edit.TagRemoved)
        {
            EmitChangedTag(piece[at..end]);
        }
        else if (!_edit.TagRemoved)
        {
            Emit(piece[at..end]);
        }

        Emit(hasContent ? _edit.Prepend.Span : _edit.After.Span);
        ExpectEnd(key, hasContent);
    }

    private void ExpectEnd(ulong key, bool hasContent)
    {
        if (hasContent && _edit.WritesAtEnd)
        {
            _ends.Add(key, _edit);
        }
        else if (hasContent && !_ends.IsEmpty)
        {
            _ends.Count(key);
        }
    }

    /// <summary>Goes on behind the start tag, in the way that its content is read.</summary>
    private void BeginContent(in TagEntry entry, TextKind text, MarkupNamespace space)
    {
        if (text == TextKind.PlainText)
        {
            // Nothing ever ends it; where a browser could think otherwise, what follows stays markup.
            var sure = !_inNoscript && !_ambiguity.IsOf(text, entry.Traits, _foreign);
            _mode = sure ? Mode.PlainText : Mode.Data;
        }
        else if (text != TextKind.None)
        {
            BeginText(entry, text);
            _mode = Mode.Text;
        }
        else if ((entry.Traits & TagTraits.Noscript) != 0 && (space == MarkupNamespace.Html || _foreign.IsUncertain))
        {
            _noscriptBegins = !_inNoscript;
        }
    }
}
