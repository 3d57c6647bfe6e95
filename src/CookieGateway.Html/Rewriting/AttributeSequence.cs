namespace CookieGateway.Html.Rewriting;

/// <summary>The attributes of a start tag, for <c>foreach</c>.</summary>
public ref struct AttributeSequence
{
    private readonly ReadOnlySpan<byte> _tag;
    private readonly TagEdit _edit;
    private int _index;

    internal AttributeSequence(ReadOnlySpan<byte> tag, TagEdit edit)
    {
        _tag = tag;
        _edit = edit;
        _index = -1;
    }

    /// <summary>How many there are, duplicates included.</summary>
    public readonly int Count => _edit.Tag.AttributeCount;

    /// <summary>The attribute that the enumeration is at.</summary>
    public readonly Attribute Current => new(_tag, _edit, _index);

    /// <summary>Goes on to the next attribute; false after the last.</summary>
    public bool MoveNext() => ++_index < Count;

    /// <summary>The sequence itself.</summary>
    public readonly AttributeSequence GetEnumerator() => this;
}
