using System.Buffers.Text;
using CookieGateway.Consent.Trackers;
using CookieGateway.Html.Rewriting;

namespace CookieGateway.Proxying.Response.Holding;

/// <summary>Images that are there to be requested, not to be seen. Where nobody knows their host they count as active content.</summary>
internal static class Pixels
{
    public static bool LooksLikeOne(Element image, ReadOnlySpan<byte> address) =>
        image.IsInNoscript
        || IsTiny(image.RawValue("width"u8)) || IsTiny(image.RawValue("height"u8))
        || image.Has("hidden"u8)
        || IsHidden(image.RawValue("style"u8))
        || CarriesIdentifier(address);

    /// <summary>Whether the frame or image cannot be seen.</summary>
    public static bool IsInvisible(Element element) =>
        IsTiny(element.RawValue("width"u8)) || IsTiny(element.RawValue("height"u8)) || element.Has("hidden"u8)
        || IsHidden(element.RawValue("style"u8));

    /// <summary>Judges it once more, as what it is.</summary>
    public static bool Holds(HeldPage page, ReadOnlySpan<byte> address, ref Verdict verdict)
    {
        if (verdict.Kind != VerdictKind.Unclassified)
        {
            return false;
        }

        return page.Holds(address, RequestKind.Ping, out verdict);
    }

    private static bool IsTiny(ReadOnlySpan<byte> length) =>
        Utf8Parser.TryParse(length.Trim((byte)' '), out int pixels, out var read) && pixels is 0 or 1
        && (read == length.Length || length[read] is (byte)'p' or (byte)' ' or (byte)'.');

    private static bool IsHidden(ReadOnlySpan<byte> style)
    {
        if (style.IsEmpty)
        {
            return false;
        }

        Span<byte> plain = stackalloc byte[160];
        var length = 0;
        foreach (var one in style[..Math.Min(style.Length, plain.Length)])
        {
            if (one > (byte)' ')
            {
                plain[length++] = one is >= (byte)'A' and <= (byte)'Z' ? (byte)(one | 0x20) : one;
            }
        }

        ReadOnlySpan<byte> declarations = plain[..length];
        return declarations.IndexOf("display:none"u8) >= 0 || declarations.IndexOf("visibility:hidden"u8) >= 0
            || declarations.IndexOf("left:-9"u8) >= 0 || declarations.IndexOf("opacity:0;"u8) >= 0
            || declarations.IndexOf("width:1px"u8) >= 0 || declarations.IndexOf("width:0"u8) >= 0
            || declarations.IndexOf("height:1px"u8) >= 0 || declarations.IndexOf("height:0"u8) >= 0;
    }

    // "?id=…&uid=…": a picture needs no name of its visitor. Sizes, versions and formats are what pictures have.
    private static bool CarriesIdentifier(ReadOnlySpan<byte> address)
    {
        var query = address.IndexOf((byte)'?');
        if (query < 0)
        {
            return false;
        }

        var parameters = address[query..];
        return parameters.IndexOf("uid="u8) >= 0 || parameters.IndexOf("user_id="u8) >= 0 || parameters.IndexOf("userid="u8) >= 0
            || parameters.IndexOf("visitor"u8) >= 0 || parameters.IndexOf("client_id="u8) >= 0 || parameters.IndexOf("session"u8) >= 0
            || parameters.IndexOf("pixel"u8) >= 0 || parameters.IndexOf("counter"u8) >= 0;
    }
}
