using System.Text;
using System.Text.Unicode;
using CookieGateway.Consent.Purposes;
using CookieGateway.Consent.Trackers;
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

        page.Tag.Spoil();

        if (page.Nesting >= Deepest)
        {
            Held.Keep(page, frame, "srcdoc"u8);
            return;
        }

        Rewrite(page, document, NeedsGuard(page, document));
        var rewritten = page.Room.Waiting;
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

    /// <summary>
    /// Whether what stands in a frame's address, a document or code, would reach a tracker. It has no guard, and several may be in it: all of it
    /// waits for the grant that is given with most thought.
    /// </summary>
    public static bool HoldsAddress(HeldPage page, ReadOnlySpan<byte> address, out Verdict verdict)
    {
        address = address.TrimStart(" \t\r\n\f"u8);
        if (StartsWith(address, "javascript:"u8))
        {
            page.Tag.Spoil();
            using var code = DataText.OfCode(address["javascript:"u8.Length..]);
            return DataScripts.HoldsCode(page, code.Bytes, out verdict);
        }

        verdict = Verdict.Unclassified(UnknownThing.Active);
        if (!StartsWith(address, "data:text/html"u8) && !StartsWith(address, "data:image/svg"u8) && !StartsWith(address, "data:application/xhtml"u8))
        {
            return false;
        }

        page.Tag.Spoil();
        using var document = DataText.Of(address);
        if (page.Nesting >= Deepest)
        {
            return true;
        }

        Rewrite(page, document.Bytes, isGuarded: false);
        return !page.Room.Waiting.SequenceEqual(document.Bytes);
    }

    private static void Rewrite(HeldPage page, ReadOnlySpan<byte> document, bool isGuarded)
    {
        page.Room.Clear();
        using var inner = PageRewrite.BeginInner(page, isGuarded, page.Room);
        inner.Write(document);
        inner.End();
    }

    private static bool StartsWith(ReadOnlySpan<byte> address, ReadOnlySpan<byte> word) =>
        address.Length >= word.Length && Ascii.EqualsIgnoreCase(address[..word.Length], word);

    // Only code needs one, as long as something is held. Its address has no host, and the inner document begins with the outer one's base.
    private static bool NeedsGuard(HeldPage page, ReadOnlySpan<byte> document) =>
        page.HasGuard && page.Urls.HasOwnBase && page.Consent.Purposes != PurposeSet.All
        && (ContainsWord(document, "script"u8) || ContainsWord(document, " on"u8) || ContainsWord(document, "frame"u8));

    private static bool ContainsWord(ReadOnlySpan<byte> document, ReadOnlySpan<byte> word)
    {
        for (var at = 0; at + word.Length <= document.Length; at++)
        {
            var next = document[at..].IndexOfAny(word[0], (byte)(word[0] & ~0x20));
            if (next < 0 || at + next + word.Length > document.Length)
            {
                return false;
            }

            at += next;
            if (Ascii.EqualsIgnoreCase(document.Slice(at, word.Length), word))
            {
                return true;
            }
        }

        return false;
    }
}
