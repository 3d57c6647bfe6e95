using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using CookieGateway.Consent.Purposes;

namespace CookieGateway.Consent.Decisions;

/// <summary>A decision as the fewest bytes that carry all of it: fixed fields first, then texts with their length before them.</summary>
internal static class TokenPayload
{
    // Beyond this the placeholders' grants no longer fit a cookie; what is left out is not granted, which is the safe side.
    private const int MaxTrackers = 24;

    // More than any site has; those beyond would be asked for again and again.
    private const int MostRecipients = 160;
    private const int FixedBytes = 16 + 16 + 1 + 8 + 8 + 32;

    public static int Write(ConsentDecision decision, Span<byte> to)
    {
        Convert.FromHexString(decision.Visitor.ToString(), to, out _, out _);
        Convert.FromHexString(decision.Record.ToString(), to[16..], out _, out _);
        to[32] = (byte)decision.Purposes.Bits;
        BinaryPrimitives.WriteInt64BigEndian(to[33..], decision.At.ToUnixTimeMilliseconds());
        BinaryPrimitives.WriteInt64BigEndian(to[41..], decision.Expires.ToUnixTimeMilliseconds());
        to.Slice(49, 32).Clear();
        if (decision.Notice != default)
        {
            Convert.FromHexString(decision.Notice.ToString(), to[49..], out _, out _);
        }

        var at = FixedBytes;
        if (!TryWriteText(decision.Policy, to, ref at))
        {
            throw new ArgumentException(
                $"The policy version \"{decision.Policy}\" is too long for the consent cookie. Use at most 64 characters.", nameof(decision));
        }

        var counted = at++;
        to[counted] = 0;
        foreach (var tracker in decision.Trackers)
        {
            if (to[counted] == MaxTrackers || !TryWriteText(tracker, to, ref at))
            {
                break;
            }

            to[counted]++;
        }

        WriteRecipients(decision, to, ref at);
        return at;
    }

    public static bool TryRead(ReadOnlySpan<byte> from, [NotNullWhen(true)] out ConsentDecision? decision)
    {
        decision = null;
        if (from.Length < FixedBytes + 2
            || !VisitorId.TryParse(Convert.ToHexStringLower(from[..16]), out var visitor)
            || !RecordId.TryParse(Convert.ToHexStringLower(from.Slice(16, 16)), out var record)
            || !TryReadTime(from[33..], out var decidedAt)
            || !TryReadTime(from[41..], out var expires))
        {
            return false;
        }

        NoticeVersion notice = default;
        if (from.Slice(49, 32).ContainsAnyExcept((byte)0)
            && !NoticeVersion.TryParse(Convert.ToHexStringLower(from.Slice(49, 32)), out notice))
        {
            return false;
        }

        var rest = from[FixedBytes..];
        if (!TryReadText(ref rest, out var policy) || rest.IsEmpty)
        {
            return false;
        }

        var trackers = new string[rest[0]];
        rest = rest[1..];
        for (var i = 0; i < trackers.Length; i++)
        {
            if (!TryReadText(ref rest, out trackers[i]))
            {
                return false;
            }
        }

        decision = new ConsentDecision
        {
            Visitor = visitor,
            Record = record,
            Purposes = Purposes(from[32]),
            Trackers = trackers,
            At = decidedAt,
            Expires = expires,
            Policy = policy,
            Notice = notice,
        };
        return rest.IsEmpty || TryReadRecipients(rest, ref decision);
    }

    // What stands behind the trackers came with a later version: a token without it says nothing of recipients.
    private static void WriteRecipients(ConsentDecision decision, Span<byte> to, ref int at)
    {
        if (decision.Recipients is not { } recipients || to.Length - at < 3)
        {
            return;
        }

        to[at++] = (byte)decision.Offered.Bits;
        foreach (var prints in (RecipientPrints[])[recipients, decision.Declined])
        {
            var room = Math.Min(MostRecipients * RecipientPrints.Bytes, to.Length - at - 2);
            var count = prints.Write(to.Slice(at + 1, room));
            to[at] = (byte)count;
            at += 1 + (count * RecipientPrints.Bytes);
        }
    }

    private static bool TryReadRecipients(ReadOnlySpan<byte> from, ref ConsentDecision decision)
    {
        var offered = Purposes(from[0]);
        from = from[1..];
        if (!TryReadPrints(ref from, out var recipients) || !TryReadPrints(ref from, out var declined) || !from.IsEmpty)
        {
            return false;
        }

        decision = decision with { Offered = offered, Recipients = recipients, Declined = declined };
        return true;
    }

    private static bool TryReadPrints(ref ReadOnlySpan<byte> from, out RecipientPrints prints)
    {
        prints = RecipientPrints.None;
        if (from.IsEmpty || from.Length <= from[0] * RecipientPrints.Bytes)
        {
            return false;
        }

        var length = from[0] * RecipientPrints.Bytes;
        prints = RecipientPrints.Read(from.Slice(1, length));
        from = from[(1 + length)..];
        return true;
    }

    private static PurposeSet Purposes(byte bits)
    {
        var purposes = PurposeSet.NecessaryOnly;
        foreach (var purpose in PurposeWords.Grantable)
        {
            purposes = (bits & (1 << (int)purpose)) != 0 ? purposes.With(purpose) : purposes;
        }

        return purposes;
    }

    private static bool TryReadTime(ReadOnlySpan<byte> from, out DateTimeOffset time)
    {
        var milliseconds = BinaryPrimitives.ReadInt64BigEndian(from);
        // Signed text is ours, so this holds; an exception here would still be worse than asking again.
        var valid = milliseconds is >= 0 and < 253402300800000;
        time = valid ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : default;
        return valid;
    }

    private static bool TryWriteText(string text, Span<byte> to, ref int at)
    {
        if (to.Length - at < 2 || !Encoding.UTF8.TryGetBytes(text, to[(at + 1)..^1], out var length) || length > byte.MaxValue)
        {
            return false;
        }

        to[at] = (byte)length;
        at += 1 + length;
        return true;
    }

    private static bool TryReadText(ref ReadOnlySpan<byte> from, out string text)
    {
        text = "";
        if (from.IsEmpty || from.Length <= from[0])
        {
            return false;
        }

        text = Encoding.UTF8.GetString(from.Slice(1, from[0]));
        from = from[(1 + from[0])..];
        return true;
    }
}
