using System.Text;
using CookieGateway.Consent.Trackers;
using CookieGateway.Consent.Trackers.Inline;

namespace CookieGateway.Proxying.Response.Holding;

/// <summary>Scripts whose code stands in their address: <c>data:text/javascript;base64,…</c>.</summary>
internal static class DataScripts
{
    public static bool IsData(ReadOnlySpan<byte> address) =>
        address.Length > 5 && Ascii.EqualsIgnoreCase(address[..5], "data:"u8);

    public static bool Holds(HeldPage page, ReadOnlySpan<byte> address, out Verdict verdict)
    {
        using var code = DataText.Of(address);
        return HoldsCode(page, code.Bytes, out verdict);
    }

    /// <summary>Whether code that stands in an address is a tracker's and nothing else.</summary>
    public static bool HoldsCode(HeldPage page, ReadOnlySpan<byte> code, out Verdict verdict)
    {
        var judged = Scripts.Judge(page, code).Judged;
        var held = Scripts.Note(page, judged) && judged.Kind == InlineKind.TrackerOnly;
        verdict = held ? FirstHeld(page, judged.Trackers) : default;
        return held;
    }

    private static Verdict FirstHeld(HeldPage page, in TrackerSet trackers)
    {
        var at = 0;
        while (page.Consent.Permits(trackers[at]))
        {
            at++;
        }

        return Verdict.Of(trackers[at]);
    }
}
