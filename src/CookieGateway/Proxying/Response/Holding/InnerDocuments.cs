using System.Text;
using System.Text.Unicode;
using CookieGateway.Html.Rewriting;

namespace CookieGateway.Proxying.Response.Holding;

/// <summary>The document in an <c>iframe srcdoc</c>, which is rewritten as a page of its own.</summary>
internal static class InnerDocuments
{
    // A document in a document in a document is no page that anybody writes.
    private const int Deepest = 3;

    public static void OnFrame(HeldPage page, Element frame)
    {
        var document = frame.Value("srcdoc"u8);
        if (document.IsEmpty)
        {
            return;
        }

        if (page.Nesting >= Deepest)
        {
            Held.Keep(page, frame, "srcdoc"u8);
            return;
        }

        var output = page.Room;
        output.Clear();
        using (var inner = PageRewrite.BeginInner(page, output))
        {
            inner.Write(document);
            inner.End();
        }

        var rewritten = output.Waiting;
        if (rewritten.SequenceEqual(document))
        {
            return;
        }

        if (Ascii.IsValid(rewritten))
        {
            frame.SetAttribute("srcdoc"u8, rewritten);
        }
        else if (Utf8.IsValid(rewritten))
        {
            page.AsciiRoom.Clear();
            AsciiText.WriteHtml(page.AsciiRoom, rewritten);
            frame.SetAttribute("srcdoc"u8, page.AsciiRoom.Waiting);
        }
        else
        {
            // What is inserted has to be ASCII. Characters of an encoding that we do not know cannot be written so: then all of it waits.
            Held.Keep(page, frame, "srcdoc"u8);
        }
    }
}
