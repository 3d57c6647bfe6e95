using System.Buffers;

namespace CookieGateway.Html.Rewriting;

/// <content>Documents within the page: the srcdoc of an iframe.</content>
public sealed partial class HtmlRewriter<TPage>
{
    /// <summary>Each level of srcdoc escapes the next; nobody nests so deep but to hide something.</summary>
    private const int DeepestNesting = 4;

    private bool TryRewriteNested(ReadOnlySpan<byte> document, IBufferWriter<byte> output)
    {
        if (_edit.Nesting == DeepestNesting)
        {
            return false;
        }

        using var nested = _owner.Begin(_page, output, _options);
        nested._edit.Nesting = _edit.Nesting + 1;
        nested.Write(document);
        nested.End();
        return true;
    }
}
