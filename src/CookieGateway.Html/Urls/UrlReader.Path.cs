namespace CookieGateway.Html.Urls;

/// <content>
/// Paths and queries. Beyond what a browser does, escapes of characters that need none (%61 for "a") are undone: servers read both
/// alike, and a pattern has to match both.
/// </content>
public sealed partial class UrlReader
{
    /// <summary>A relative reference against the base's path. https://url.spec.whatwg.org/#relative-state</summary>
    private void ResolvePath(ReadOnlySpan<byte> url)
    {
        var path = _basePath.Span;
        var query = path.IndexOf((byte)'?');
        if (url.IsEmpty || url[0] == '#')
        {
            _target.Append(path);
            return;
        }

        path = query < 0 ? path : path[..query];
        if (url[0] == '?')
        {
            _target.Append(path);
        }
        else if (!IsSlash(url[0]))
        {
            _target.Append(path[..(path.LastIndexOf((byte)'/') + 1)]);
        }

        AppendTarget(url);
    }

    /// <summary>Appends path and query, without the fragment, to what is in the target: nothing, or a directory of the base.</summary>
    private void AppendTarget(ReadOnlySpan<byte> url)
    {
        var fragment = url.IndexOf((byte)'#');
        url = fragment < 0 ? url : url[..fragment];
        var mark = url.IndexOf((byte)'?');
        var path = mark < 0 ? url : url[..mark];
        if (_target.Length == 0 && (path.IsEmpty || !IsSlash(path[0])))
        {
            _target.Append((byte)'/');
        }

        AppendSegments(path);
        if (mark >= 0)
        {
            AppendUnescaped(url[mark..]);
        }
    }

    /// <summary>https://url.spec.whatwg.org/#path-state, with its single-dot and double-dot segments.</summary>
    private void AppendSegments(ReadOnlySpan<byte> path)
    {
        if (!path.StartsWith("."u8) && path.IndexOfAny((byte)'%', (byte)'\\') < 0 && path.IndexOf("/."u8) < 0)
        {
            // Nothing to resolve and nothing to decode, as nearly always.
            _target.Append(path);
            return;
        }

        while (!path.IsEmpty)
        {
            var slash = path.IndexOfAny((byte)'/', (byte)'\\');
            var length = slash < 0 ? path.Length : slash;
            var start = _target.Length;
            AppendUnescaped(path[..length]);
            var segment = _target.Span[start..];
            var dots = segment.SequenceEqual("."u8) ? 1 : segment.SequenceEqual(".."u8) ? 2 : 0;
            if (dots > 0)
            {
                _target.Truncate(start);
                if (dots == 2)
                {
                    GoUp();
                }

                // The slash behind a dot segment is the one that is there already.
                path = path[Math.Min(length + 1, path.Length)..];
                continue;
            }

            if (slash >= 0)
            {
                _target.Append((byte)'/');
            }

            path = path[Math.Min(length + 1, path.Length)..];
        }
    }

    /// <summary>From "/a/b/" to "/a/"; from "/" nowhere.</summary>
    private void GoUp()
    {
        var path = _target.Span;
        if (path.Length > 1)
        {
            _target.Truncate(path[..^1].LastIndexOf((byte)'/') + 1);
        }
    }

    private void AppendUnescaped(ReadOnlySpan<byte> text)
    {
        for (var escape = text.IndexOf((byte)'%'); escape >= 0; escape = text.IndexOf((byte)'%'))
        {
            _target.Append(text[..escape]);
            text = text[escape..];
            if (PercentCode.TryRead(text, out var b) && (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'_' or (byte)'~' or (byte)'.'))
            {
                _target.Append(b);
                text = text[3..];
            }
            else
            {
                _target.Append((byte)'%');
                text = text[1..];
            }
        }

        _target.Append(text);
    }
}
