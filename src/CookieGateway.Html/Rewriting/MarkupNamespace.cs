namespace CookieGateway.Html.Rewriting;

/// <summary>The namespace of an element, as far as a reader that builds no tree can tell.</summary>
public enum MarkupNamespace
{
    /// <summary>HTML.</summary>
    Html,

    /// <summary>SVG within HTML.</summary>
    Svg,

    /// <summary>MathML within HTML.</summary>
    MathMl,
}
