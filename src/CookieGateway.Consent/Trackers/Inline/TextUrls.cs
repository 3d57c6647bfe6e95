using System.Buffers;

namespace CookieGateway.Consent.Trackers.Inline;

/// <summary>Finds what may be requested in the text of a string literal: URLs, markup with URLs, bare hosts, and paths.</summary>
internal ref struct TextUrls
{
    private static readonly SearchValues<byte> HostBytes =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_"u8);

    private static readonly ScriptWords CommonEnds = ScriptWords.Of(
        "com net org info biz ru su kz by ua uz kg az am ge io me tv ms co eu de fr uk us ca pl it es nl cz at ch se no fi jp cn "
        + "ai app dev cloud pro online site tech link live media digital tools agency one team ly to cc gg im vc sc st nu is");
    private static readonly SearchValues<byte> EndsTarget = SearchValues.Create(" \t\r\n\"'<>\\`#"u8);

    private readonly ReadOnlySpan<byte> _text;
    private readonly Span<byte> _lower;
    private int _next;

    /// <param name="text">The literal, decoded.</param>
    /// <param name="lower">Room for a host in lower case; 253 bytes are enough.</param>
    public TextUrls(ReadOnlySpan<byte> text, Span<byte> lower)
    {
        _text = text;
        _lower = lower;
        _next = -1;
        Host = default;
        Target = default;
    }

    /// <summary>In lower case; empty for a path on the page's own host.</summary>
    public ReadOnlySpan<byte> Host { get; private set; }

    /// <summary>Path and query; "/" when there is none.</summary>
    public ReadOnlySpan<byte> Target { get; private set; }

    public bool Read()
    {
        if (_next < 0)
        {
            _next = 0;
            if (ReadStart())
            {
                return true;
            }
        }

        while (_next < _text.Length)
        {
            var slashes = _text[_next..].IndexOf("//"u8);
            if (slashes < 0)
            {
                _next = _text.Length;
                return false;
            }

            var at = _next + slashes;
            _next = at + 2;
            if (TakeHost(at + 2, afterSlashes: true) && !IsOnlyLinked(_text[..at]))
            {
                return true;
            }
        }

        return false;
    }

    // What stands at the very start needs no "//": pages put the address together from pieces.
    private bool ReadStart()
    {
        if (_text.Length < 4)
        {
            return false;
        }

        if (_text[0] == (byte)'/')
        {
            if (_text[1] == (byte)'/')
            {
                return false;
            }

            Host = default;
            Target = UpTo(_text, EndsTarget);
            return true;
        }

        return TakeHost(_text[0] == (byte)'.' ? 1 : 0);
    }

    private bool TakeHost(int from, bool afterSlashes = false)
    {
        var rest = _text[from..];
        var length = rest.IndexOfAnyExcept(HostBytes);
        length = length < 0 ? rest.Length : length;
        var host = rest[..length].TrimEnd((byte)'.');
        var isBare = !afterSlashes && (rest.Length == length || rest[length] != (byte)'/');
        if (host.Length is < 4 or > 253 || !LooksLikeHost(host, isBare) || !MayFollowHost(rest[length..]))
        {
            return false;
        }

        for (var at = 0; at < host.Length; at++)
        {
            _lower[at] = (byte)(host[at] is >= (byte)'A' and <= (byte)'Z' ? host[at] | 0x20 : host[at]);
        }

        _next = from + length;
        Host = _lower[..host.Length];
        var target = UpTo(SkipPort(rest[length..]), EndsTarget);
        Target = target.IsEmpty ? "/"u8 : target;
        return true;
    }

    // "gtm.js", "e.target" and "1.5" have a host's look, too. Without slashes only a common last label makes one.
    private static bool LooksLikeHost(ReadOnlySpan<byte> host, bool isBare)
    {
        var dot = host.LastIndexOf((byte)'.');
        return dot > 0 && host.Length - dot > 2
            && (host[dot + 1] | 0x20) is >= (byte)'a' and <= (byte)'z'
            && (host[^1] | 0x20) is >= (byte)'a' and <= (byte)'z'
            && (!isBare || CommonEnds.Contains(host[(dot + 1)..]));
    }

    private static bool MayFollowHost(ReadOnlySpan<byte> rest) => rest.IsEmpty || "/:?#\"' >&"u8.Contains(rest[0]);

    private static ReadOnlySpan<byte> SkipPort(ReadOnlySpan<byte> rest)
    {
        if (rest.IsEmpty || rest[0] != (byte)':')
        {
            return rest;
        }

        var end = rest[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return end < 0 ? default : rest[(end + 1)..];
    }

    private static ReadOnlySpan<byte> UpTo(ReadOnlySpan<byte> text, SearchValues<byte> ends)
    {
        var end = text.IndexOfAny(ends);
        return end < 0 ? text : text[..end];
    }

    // Markup in a string: <a href="//vendor/"> is a link for the visitor to follow, <link href> a request.
    private static bool IsOnlyLinked(ReadOnlySpan<byte> before)
    {
        var attribute = before.EndsWith(":"u8) ? before[..(before.LastIndexOfAny("\"'= "u8) + 1)] : before;
        attribute = attribute.TrimEnd("\"' "u8);
        if (attribute.Length < 5 || attribute[^1] != (byte)'=' || !System.Text.Ascii.EqualsIgnoreCase(attribute[^5..^1], "href"u8))
        {
            return false;
        }

        var tag = before[(before.LastIndexOf((byte)'<') + 1)..];
        return tag.Length < 4 || !System.Text.Ascii.EqualsIgnoreCase(tag[..4], "link"u8);
    }
}
