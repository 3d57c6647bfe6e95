using CookieGateway.Consent.Trackers;

namespace CookieGateway.Proxying.Response.Holding;

/// <summary>The addresses in a JSON text: speculation rules, import maps.</summary>
internal static class AddressLists
{
    public static bool HoldsAny(HeldPage page, ReadOnlySpan<byte> json, out Verdict verdict)
    {
        while (json.IndexOf("//"u8) is >= 0 and var slashes)
        {
            var start = json[..slashes].LastIndexOf((byte)'"') + 1;
            var rest = json[start..];
            var length = rest.IndexOf((byte)'"');
            if (length < 0)
            {
                break;
            }

            if (page.Holds(rest[..length], RequestKind.Script, out verdict) && verdict.Kind == VerdictKind.Tracker)
            {
                return true;
            }

            json = rest[length..];
        }

        verdict = default;
        return false;
    }
}
