namespace CookieGateway.Html.Rewriting;

/// <content>The end of the page, wherever it comes.</content>
public sealed partial class HtmlRewriter<TPage>
{
    private void EndPage()
    {
        if (_noscriptTail.Length > 0)
        {
            Read(_noscriptTail.Span);
        }

        EndHeld();
        _removal.Clear();
        _edit.Begin();
        if (_edit.Nesting == 0)
        {
            foreach (var handler in _policy.PageEndHandlers)
            {
                handler(_page, new PageEnd(_edit));
            }
        }

        if (_mode == Mode.PlainText || (_ends.IsEmpty && _edit.After.Length == 0))
        {
            // After <plaintext> nothing can be markup any more.
            return;
        }

        EmitClosing();
        while (_ends.TryTakeLast(out var open))
        {
            Emit(_ends.AppendOf(open));
            Emit(_ends.AfterOf(open));
        }

        Emit(_edit.After.Span);
    }

    /// <summary>What turned out to be no end tag, since nothing came after it.</summary>
    private void EmitHeldText()
    {
        if (_mode == Mode.Text && _isInert)
        {
            EmitInert(_held.Span, default, _text.IsInCData);
        }
        else
        {
            Emit(_held.Span);
        }
    }

    /// <summary>
    /// What was held back when the page ended. A tag that is cut off never was one: https://html.spec.whatwg.org/#parse-error-eof-in-tag.
    /// A text element that is not closed is shown as far as it goes.
    /// </summary>
    private void EndHeld()
    {
        var held = _held.Span;
        if (held.IsEmpty)
        {
            return;
        }

        if (_mode == Mode.HeldText)
        {
            ShowText(held, 0, _edit.Tag.Length, held.Length, isClosed: false);
            PassUntil(held, held.Length);
            _mode = Mode.Text;
            return;
        }

        var isCutOffTag = _mode == Mode.Data && held.Length > 1;
        if (!_removal.IsActive && !(isCutOffTag && _policy.Acts))
        {
            EmitHeldText();
        }

        _mode = _mode == Mode.HeldComment ? Mode.Comment : _mode;
    }
}
