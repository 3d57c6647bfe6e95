using CookieGateway.Consent.Trackers;
using CookieGateway.Html.Rewriting;

namespace CookieGateway.Proxying.Response.Holding;

/// <summary>Holds frames. Those that show something leave a placeholder in their place.</summary>
internal static class Frames
{
    public static void OnStartTag(HeldPage page, Element frame)
    {
        InnerDocuments.OnFrame(page, frame);
        var address = frame.Value("src"u8);
        var isText = InnerDocuments.HoldsAddress(page, address, out var verdict);
        if (!isText && !page.Holds(address, RequestKind.Frame, out verdict))
        {
            return;
        }

        // Read before it is kept under another name.
        if (!isText && Placeholders.IsDue(frame, verdict))
        {
            Placeholders.Put(page, frame, verdict, address);
        }

        Held.Keep(page, frame, "src"u8);
        Held.Keep(page, frame, "srcdoc"u8);
        Held.Mark(page, frame, verdict);
    }
}
