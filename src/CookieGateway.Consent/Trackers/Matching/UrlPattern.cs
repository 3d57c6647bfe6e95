using System.Buffers;
using System.Text;

namespace CookieGateway.Consent.Trackers.Matching;

/// <summary>
/// One address pattern in the syntax of network rules: <c>*</c> any characters, <c>^</c> a separator or the end, <c>|</c> the
/// beginning or end of the address, <c>||</c> a label's beginning within the host. Everything is compared in lower case.
/// https://help.adblockplus.org/hc/en-us/articles/360062733293
/// </summary>
internal sealed class UrlPattern
{
    private static readonly SearchValues<byte> NoSeparators =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.%"u8);

    private readonly byte[][] _parts;
    private readonly bool _atStart;
    private readonly bool _atHost;
    private readonly bool _atEnd;

    public UrlPattern(string text)
    {
        _atHost = text.StartsWith("||", StringComparison.Ordinal);
        _atStart = !_atHost && text.StartsWith('|');
        var begin = _atHost ? 2 : _atStart ? 1 : 0;
        _atEnd = text.Length > begin && text.EndsWith('|');
        var body = text[begin..(_atEnd ? text.Length - 1 : text.Length)].ToLowerInvariant();

        // A star next to an anchor takes the anchor's meaning away.
        _atStart &= !body.StartsWith('*');
        _atHost &= !body.StartsWith('*');
        _atEnd &= !body.EndsWith('*');
        _parts = [.. body.Split('*', StringSplitOptions.RemoveEmptyEntries).Select(Encoding.UTF8.GetBytes)];
    }

    /// <summary>The text between the stars, in which <c>^</c> still stands for a separator.</summary>
    public ReadOnlySpan<byte[]> Parts => _parts;

    /// <summary>A word at the pattern's beginning is a whole word of the address.</summary>
    public bool BeginsAtWord => _atStart || _atHost;

    /// <summary>A word at the pattern's end is a whole word of the address.</summary>
    public bool EndsAtWord => _atEnd;

    /// <summary>Whether the address, in lower case, fits. The host's place in it is needed for <c>||</c> only.</summary>
    public bool Fits(ReadOnlySpan<byte> url, Range host)
    {
        if (_parts.Length == 0)
        {
            return true;
        }

        if (!_atHost)
        {
            return _atStart ? FitsFrom(url, 0) : FitsAnywhere(url);
        }

        var (start, length) = host.GetOffsetAndLength(url.Length);
        for (var at = start; at < start + length;)
        {
            if (FitsFrom(url, at))
            {
                return true;
            }

            var dot = url[at..(start + length)].IndexOf((byte)'.');
            if (dot < 0)
            {
                break;
            }

            at += dot + 1;
        }

        return false;
    }

    private bool FitsFrom(ReadOnlySpan<byte> url, int at)
    {
        var end = EndOf(_parts[0], url, at);
        return end >= 0 && RestFits(url, 1, end);
    }

    private bool FitsAnywhere(ReadOnlySpan<byte> url)
    {
        for (var at = 0; ; at++)
        {
            at = Find(_parts[0], url, at, out var end);
            if (at < 0)
            {
                return false;
            }

            // With a star after it the first place is as good as any; only the pattern's end can ask for a later one.
            if (RestFits(url, 1, end))
            {
                return true;
            }

            if (_parts.Length > 1)
            {
                return false;
            }
        }
    }

    private bool RestFits(ReadOnlySpan<byte> url, int part, int from)
    {
        if (part == _parts.Length)
        {
            return !_atEnd || from == url.Length;
        }

        for (; part < _parts.Length - 1; part++)
        {
            if (Find(_parts[part], url, from, out from) < 0)
            {
                return false;
            }
        }

        var last = _parts[^1];
        if (!_atEnd)
        {
            return Find(last, url, from, out _) >= 0;
        }

        // A separator at the very end may also stand for the end itself and is then one byte shorter.
        var at = url.Length - last.Length;
        return (at >= from && EndOf(last, url, at) == url.Length)
            || (at + 1 >= from && last[^1] == (byte)'^' && EndOf(last, url, at + 1) == url.Length);
    }

    private static int Find(byte[] part, ReadOnlySpan<byte> url, int from, out int end)
    {
        var word = part.AsSpan();
        var separator = word.IndexOf((byte)'^');
        var literal = separator < 0 ? word : word[..separator];
        for (var at = from; at <= url.Length; at++)
        {
            var found = literal.IsEmpty ? 0 : url[at..].IndexOf(literal);
            if (found < 0)
            {
                break;
            }

            at += found;
            end = EndOf(part, url, at);
            if (end >= 0)
            {
                return at;
            }
        }

        end = -1;
        return -1;
    }

    /// <summary>Where the part ends when it begins at a place; -1 when it does not fit there.</summary>
    private static int EndOf(byte[] part, ReadOnlySpan<byte> url, int at)
    {
        foreach (var wanted in part)
        {
            if (at == url.Length)
            {
                if (wanted != (byte)'^')
                {
                    return -1;
                }
            }
            else if (wanted == (byte)'^' ? NoSeparators.Contains(url[at]) : wanted != url[at])
            {
                return -1;
            }
            else
            {
                at++;
            }
        }

        return at;
    }
}
