using System.Text;
using CookieGateway.Html.Rewriting;

namespace CookieGateway.Proxying.Response.Holding;

/// <summary>
/// Puts the gateway's own markup into the page: the guard before anything that could run or fetch, the banner first in the body.
/// </summary>
/// <remarks>
/// Browsers look for the page's encoding in its first 1024 bytes (https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding).
/// Where the response's header does not name the encoding, the guard therefore waits for the meta that does, as long as nothing but
/// titles and plain metas come before it: those neither run nor fetch anything.
/// </remarks>
internal static class Insertions
{
    /// <summary>The elements that do not begin the body: https://html.spec.whatwg.org/#parsing-main-inhead</summary>
    public static readonly string[] BelongToHead =
        ["meta", "title", "link", "script", "style", "base", "noscript", "template", "basefont", "bgsound", "noframes"];

    /// <summary>Puts the guard in. Is called for every start tag until it is in its place.</summary>
    public static void OnStartTag(HeldPage page, Element element)
    {
        if (page.Insertions >= InsertionProgress.HeadDone)
        {
            element.Mute();
        }
        else if (element.Is("html"u8))
        {
            page.Language = PageLanguage.Of(page.Context, element.Value("lang"u8));
        }
        else if (element.Is("head"u8))
        {
            OnHead(page, element);
        }
        else if (!IsHarmless(element))
        {
            element.Before(page.Context.Insertions.HeadStart.Span);
            page.Insertions = InsertionProgress.HeadDone;
        }
        else if (page.Insertions == InsertionProgress.HeadSeen && DeclaresEncoding(element))
        {
            element.After(page.Context.Insertions.HeadStart.Span);
            page.Insertions = InsertionProgress.HeadDone;
        }
    }

    /// <summary>Puts the banner in, once the guard is. Is called for every start tag that can begin the body until all is in its place.</summary>
    public static void OnContent(HeldPage page, Element element)
    {
        if (page.Insertions == InsertionProgress.Done)
        {
            element.Mute();
        }
        else if (page.Insertions != InsertionProgress.HeadDone || element.IsInNoscript || element.Is("head"u8))
        {
            return;
        }
        else if (element.Is("html"u8))
        {
            page.Language = PageLanguage.Of(page.Context, element.Value("lang"u8));
        }
        else if (element.Is("body"u8))
        {
            element.Prepend(BodyStart(page));
            Finish(page, element);
        }
        else
        {
            // A page of frames has no body that a banner could stand in; each frame is asked for as a page of its own.
            element.Before(element.Is("frameset"u8) ? default : BodyStart(page));
            Finish(page, element);
        }
    }

    /// <summary>A page without any tag that content needs still gets its banner.</summary>
    public static void OnPageEnd(HeldPage page, PageEnd end)
    {
        if (page.Insertions == InsertionProgress.Done)
        {
            return;
        }

        if (page.Insertions != InsertionProgress.HeadDone)
        {
            end.Append(page.Context.Insertions.HeadStart.Span);
        }

        end.Append(BodyStart(page));
        page.Insertions = InsertionProgress.Done;
    }

    private static void OnHead(HeldPage page, Element head)
    {
        if (page.Insertions != InsertionProgress.Nothing)
        {
            return;
        }

        if (page.Context.Charset is null && page.Nesting == 0)
        {
            page.Insertions = InsertionProgress.HeadSeen;
            return;
        }

        head.Prepend(page.Context.Insertions.HeadStart.Span);
        page.Insertions = InsertionProgress.HeadDone;
    }

    private static ReadOnlySpan<byte> BodyStart(HeldPage page) =>
        page.Context.IsTopDocument && page.Nesting == 0 ? page.Context.Insertions.BodyStart(page.Language).Span : default;

    private static void Finish(HeldPage page, Element element)
    {
        if (page.Nesting == 0)
        {
            page.Context.Findings.Language = page.Language;
        }

        page.Insertions = InsertionProgress.Done;
        element.Mute();
    }

    // A policy in a meta would bind the guard that stands behind it, and so would a base.
    private static bool IsHarmless(Element element) =>
        element.Is("title"u8)
        || (element.Is("meta"u8) && (!element.Has("http-equiv"u8) || Ascii.EqualsIgnoreCase(element.Value("http-equiv"u8), "content-type"u8)));

    private static bool DeclaresEncoding(Element element) =>
        element.Is("meta"u8) && (element.Has("charset"u8) || element.Has("http-equiv"u8));
}
