using System.Buffers;
using System.Globalization;
using System.Text;
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

        var output = new ArrayBufferWriter<byte>(document.Length + 256);
        using (var inner = PageRewrite.BeginInner(page, output))
        {
            inner.Write(document);
            inner.End();
        }

        if (output.WrittenSpan.SequenceEqual(document))
        {
            return;
        }

        // What is inserted has to be ASCII. Characters of an encoding that we do not know cannot be written so: then all of it waits.
        if (AsAscii(output.WrittenSpan) is { } rewritten)
        {
            frame.SetAttribute("srcdoc"u8, rewritten);
        }
        else
        {
            Held.Keep(page, frame, "srcdoc"u8);
        }
    }

    private static byte[]? AsAscii(ReadOnlySpan<byte> document)
    {
        if (Ascii.IsValid(document))
        {
            return document.ToArray();
        }

        if (!System.Text.Unicode.Utf8.IsValid(document))
        {
            return null;
        }

        var text = new StringBuilder(document.Length);
        foreach (var rune in Encoding.UTF8.GetString(document).EnumerateRunes())
        {
            _ = rune.IsAscii ? text.Append((char)rune.Value) : text.Append(CultureInfo.InvariantCulture, $"&#{rune.Value};");
        }

        return Encoding.ASCII.GetBytes(text.ToString());
    }
}
