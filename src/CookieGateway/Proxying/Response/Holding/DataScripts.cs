using System.Buffers;
using System.Buffers.Text;
using System.Text;
using CookieGateway.Consent.Trackers;
using CookieGateway.Consent.Trackers.Inline;

namespace CookieGateway.Proxying.Response.Holding;

/// <summary>Scripts whose code stands in their address: <c>data:text/javascript;base64,…</c>.</summary>
internal static class DataScripts
{
    // Longer code than this is no snippet. It runs, and the guard sees what it does.
    private const int Longest = 256 * 1024;

    public static bool IsData(ReadOnlySpan<byte> address) =>
        address.Length > 5 && Ascii.EqualsIgnoreCase(address[..5], "data:"u8);

    public static bool Holds(HeldPage page, ReadOnlySpan<byte> address, out Verdict verdict)
    {
        verdict = default;
        var comma = address.IndexOf((byte)',');
        if (comma < 0 || address.Length > Longest)
        {
            return false;
        }

        var data = address[(comma + 1)..];
        var code = ArrayPool<byte>.Shared.Rent(data.Length);
        try
        {
            var length = Unescape(data, code);
            if (address[..comma].EndsWith(";base64"u8)
                && Base64.DecodeFromUtf8InPlace(code.AsSpan(0, length), out length) != OperationStatus.Done)
            {
                return false;
            }

            var judged = Scripts.Judge(page, code.AsSpan(0, length)).Judged;
            var held = Scripts.Note(page, judged) && judged.Kind == InlineKind.TrackerOnly;
            verdict = held ? FirstHeld(page, judged.Trackers) : default;
            return held;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(code);
        }
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

    private static int Unescape(ReadOnlySpan<byte> data, Span<byte> to)
    {
        var written = 0;
        for (var at = 0; at < data.Length; at++)
        {
            if (data[at] == (byte)'%' && at + 2 < data.Length
                && Utf8Parser.TryParse(data.Slice(at + 1, 2), out byte value, out var read, 'x') && read == 2)
            {
                to[written++] = value;
                at += 2;
            }
            else
            {
                to[written++] = data[at];
            }
        }

        return written;
    }
}
