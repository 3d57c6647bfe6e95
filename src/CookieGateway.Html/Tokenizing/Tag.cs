using static CookieGateway.Html.Tokenizing.ByteClass;

namespace CookieGateway.Html.Tokenizing;

/// <summary>
/// A tag that lies in one piece: where its name, its attributes and its end are. All offsets count from the tag's <c>&lt;</c>.
/// One instance is used for tag after tag.
/// </summary>
internal sealed class Tag(AttributeTable interests)
{
    private readonly AttributeTable _interests = interests;
    private const int KeptBetweenPages = 1024;
    private AttributeSpan[] _attributes = new AttributeSpan[16];

    /// <summary>How many attributes there is room for: the memory limit in other words.</summary>
    public int MostAttributes { get; set; } = int.MaxValue;

    /// <summary>True when the tag has more attributes than <see cref="MostAttributes"/>; those beyond are not in the list.</summary>
    public bool HasTooManyAttributes { get; private set; }

    /// <summary>1 for a start tag, 2 for an end tag.</summary>
    public int NameStart { get; private set; }

    public int NameEnd { get; private set; }

    public int Length { get; private set; }

    public bool IsSelfClosing { get; private set; }

    public int AttributeCount { get; private set; }

    /// <summary>The handlers that want any of the attributes.</summary>
    public ulong Wanted { get; private set; }

    public Span<AttributeSpan> Attributes => _attributes.AsSpan(0, AttributeCount);

    /// <summary>Reads the tag at the beginning of <paramref name="markup"/>; false when it is cut off.</summary>
    public bool TryRead(ReadOnlySpan<byte> markup, int nameStart)
    {
        NameStart = nameStart;
        AttributeCount = 0;
        Wanted = 0;
        IsSelfClosing = HasTooManyAttributes = false;

        // https://html.spec.whatwg.org/#tag-name-state
        NameEnd = ByteScan.TagNameEnd(markup, nameStart);
        if (NameEnd < 0)
        {
            return false;
        }

        Length = ReadAttributes(markup, NameEnd);
        return Length > 0;
    }

    /// <summary>Gives back what an unusual page made it grow to.</summary>
    public void Reset()
    {
        AttributeCount = 0;
        if (_attributes.Length > KeptBetweenPages)
        {
            _attributes = new AttributeSpan[16];
        }
    }

    /// <summary>From https://html.spec.whatwg.org/#before-attribute-name-state to the tag's end; 0 when it is cut off.</summary>
    private int ReadAttributes(ReadOnlySpan<byte> markup, int at)
    {
        while (at < markup.Length)
        {
            var b = markup[at];
            if (b == '>')
            {
                return at + 1;
            }

            if (IsSpace(b))
            {
                at++;
            }
            else if (b == '/')
            {
                // https://html.spec.whatwg.org/#self-closing-start-tag-state
                at++;
                IsSelfClosing = at < markup.Length && markup[at] == '>';
            }
            else
            {
                at = ReadAttribute(markup, at);
            }
        }

        return 0;
    }

    private int ReadAttribute(ReadOnlySpan<byte> markup, int at)
    {
        // https://html.spec.whatwg.org/#attribute-name-state; an equals sign may only begin a name.
        var nameEnd = ByteScan.AttributeNameEnd(markup, at + 1);
        if (nameEnd < 0)
        {
            return markup.Length;
        }

        ref var attribute = ref Add();
        attribute.NameStart = at;
        attribute.NameEnd = attribute.ValueStart = attribute.ValueEnd = attribute.End = nameEnd;
        attribute.Change = AttributeChange.None;

        // https://html.spec.whatwg.org/#after-attribute-name-state
        var equals = SkipSpace(markup, nameEnd);
        var end = equals < markup.Length && markup[equals] == '='
            ? ReadValue(markup, SkipSpace(markup, equals + 1), ref attribute)
            : nameEnd;
        if (_interests.MayBeWanted(markup, at, nameEnd) && attribute.ValueEnd >= attribute.ValueStart)
        {
            Wanted |= _interests.HandlersOf(markup[at..nameEnd], markup[attribute.ValueStart..attribute.ValueEnd]);
        }

        return end;
    }

    /// <summary>From https://html.spec.whatwg.org/#before-attribute-value-state on.</summary>
    private static int ReadValue(ReadOnlySpan<byte> markup, int at, ref AttributeSpan attribute)
    {
        if (at >= markup.Length)
        {
            return at;
        }

        var quote = markup[at];
        if (quote is (byte)'"' or (byte)'\'')
        {
            var close = ByteScan.Find(markup, at + 1, quote);
            attribute.ValueStart = at + 1;
            attribute.ValueEnd = close;
            attribute.End = close + 1;
            return close < 0 ? markup.Length : close + 1;
        }

        var length = markup[at..].IndexOfAny(EndsUnquotedValue);
        attribute.ValueStart = at;
        attribute.ValueEnd = attribute.End = length < 0 ? markup.Length : at + length;
        return attribute.End;
    }

    /// <summary>The next place in the list; where there is no room for more, the last one again.</summary>
    private ref AttributeSpan Add()
    {
        if (AttributeCount == MostAttributes)
        {
            HasTooManyAttributes = true;
            return ref _attributes[AttributeCount - 1];
        }

        if (AttributeCount == _attributes.Length)
        {
            Array.Resize(ref _attributes, AttributeCount * 2);
        }

        return ref _attributes[AttributeCount++];
    }

    private static int SkipSpace(ReadOnlySpan<byte> markup, int at)
    {
        while (at < markup.Length && IsSpace(markup[at]))
        {
            at++;
        }

        return at;
    }
}
