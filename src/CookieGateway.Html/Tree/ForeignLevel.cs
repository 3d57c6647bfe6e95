using CookieGateway.Html.Rewriting;
using CookieGateway.Html.Tokenizing;

namespace CookieGateway.Html.Tree;

/// <summary>An open element from an svg or math on.</summary>
internal readonly struct ForeignLevel
{
    public static readonly ulong SvgKey = NameKey.Of("svg"u8);
    public static readonly ulong PKey = NameKey.Of("p"u8);
    public static readonly ulong BrKey = NameKey.Of("br"u8);
    public static readonly ulong MglyphKey = NameKey.Of("mglyph"u8);
    private static readonly ulong MalignmarkKey = NameKey.Of("malignmark"u8);
    private static readonly ulong AnnotationKey = NameKey.Of("annotation-xml"u8);
    private static readonly ulong[] SvgPoints = [NameKey.Of("foreignobject"u8), NameKey.Of("desc"u8), NameKey.Of("title"u8)];
    private static readonly ulong[] MathPoints = [NameKey.Of("mi"u8), NameKey.Of("mo"u8), NameKey.Of("mn"u8), NameKey.Of("ms"u8), NameKey.Of("mtext"u8)];

    public ulong Key { get; private init; }

    public MarkupNamespace Namespace { get; private init; }

    /// <summary>https://html.spec.whatwg.org/#html-integration-point</summary>
    public bool IsHtmlPoint { get; private init; }

    /// <summary>https://html.spec.whatwg.org/#mathml-text-integration-point</summary>
    public bool IsTextPoint { get; private init; }

    /// <summary>annotation-xml of whatever encoding: an svg in it is read as in HTML.</summary>
    public bool IsAnnotation { get; private init; }

    /// <summary>Whether text and CDATA in it are read as in HTML.</summary>
    public bool TakesHtml => Namespace == MarkupNamespace.Html || IsHtmlPoint || IsTextPoint;

    public static bool IsMalignmark(ulong key) => key == MalignmarkKey;

    public static ForeignLevel Html(ulong key) => new() { Key = key, Namespace = MarkupNamespace.Html };

    public static ForeignLevel Svg(ulong key) =>
        new() { Key = key, Namespace = MarkupNamespace.Svg, IsHtmlPoint = SvgPoints.Contains(key) };

    public static ForeignLevel Of(MarkupNamespace space, ulong key, ReadOnlySpan<byte> markup, Tag tag)
    {
        var annotation = space == MarkupNamespace.MathMl && key == AnnotationKey;
        return new ForeignLevel
        {
            Key = key,
            Namespace = space,
            IsAnnotation = annotation,
            IsHtmlPoint = space == MarkupNamespace.Svg ? SvgPoints.Contains(key) : annotation && HasHtmlEncoding(markup, tag),
            IsTextPoint = space == MarkupNamespace.MathMl && MathPoints.Contains(key),
        };
    }

    private static bool HasHtmlEncoding(ReadOnlySpan<byte> markup, Tag tag)
    {
        foreach (ref readonly var attribute in tag.Attributes)
        {
            if (NameKey.SameName(markup[attribute.NameStart..attribute.NameEnd], "encoding"u8))
            {
                var value = markup[attribute.ValueStart..attribute.ValueEnd];
                return NameKey.SameName(value, "text/html"u8) || NameKey.SameName(value, "application/xhtml+xml"u8);
            }
        }

        return false;
    }
}
