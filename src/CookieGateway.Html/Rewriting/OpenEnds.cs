namespace CookieGateway.Html.Rewriting;

/// <summary>
/// Elements whose end tag somebody is waiting for, with what is to be written there. Found by counting tags of the same name: the
/// end tag that is the element's own in every page whose tags are paired; otherwise the page's end.
/// </summary>
internal sealed class OpenEnds
{
    private readonly List<OpenEnd> _open = [];
    private readonly ByteBuffer _text = new();

    public bool IsEmpty => _open.Count == 0;

    public void Clear()
    {
        _open.Clear();
        _text.Reset();
    }

    /// <summary>Waits for the end of an element, whose start tag has just been written.</summary>
    public void Add(ulong key, TagEdit edit)
    {
        var start = _text.Length;
        _text.Append(edit.Append.Span);
        _text.Append(edit.After.Span);
        _text.Append(edit.Name.Span);
        _open.Add(new OpenEnd(key, 1, edit.TagRemoved, start, edit.Append.Length, edit.After.Length, edit.Name.Length));
    }

    /// <summary>Counts a start tag of the name, which has content.</summary>
    public void Count(ulong key)
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (_open[i].Key == key)
            {
                _open[i] = _open[i] with { Depth = _open[i].Depth + 1 };
                return;
            }
        }
    }

    /// <summary>Counts an end tag of the name. True when it is the one that was waited for: then it is no longer.</summary>
    public bool TryClose(ulong key, out OpenEnd end)
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            end = _open[i];
            if (end.Key == key)
            {
                if (end.Depth > 1)
                {
                    _open[i] = end with { Depth = end.Depth - 1 };
                    return false;
                }

                _open.RemoveAt(i);
                return true;
            }
        }

        end = default;
        return false;
    }

    /// <summary>Takes the innermost element that the page has left open; false when there is none.</summary>
    public bool TryTakeLast(out OpenEnd end)
    {
        end = IsEmpty ? default : _open[^1];
        if (IsEmpty)
        {
            return false;
        }

        _open.RemoveAt(_open.Count - 1);
        return true;
    }

    public ReadOnlySpan<byte> AppendOf(in OpenEnd end) => _text.Span.Slice(end.Start, end.AppendLength);

    public ReadOnlySpan<byte> AfterOf(in OpenEnd end) => _text.Span.Slice(end.Start + end.AppendLength, end.AfterLength);

    public ReadOnlySpan<byte> NameOf(in OpenEnd end) =>
        _text.Span.Slice(end.Start + end.AppendLength + end.AfterLength, end.NameLength);
}
