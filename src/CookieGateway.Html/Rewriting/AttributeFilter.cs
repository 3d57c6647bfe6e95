namespace CookieGateway.Html.Rewriting;

/// <summary>Says by an attribute's name and value, as their bytes stand in the page, whether a handler is to be called for its tag.</summary>
public delegate bool AttributeFilter(ReadOnlySpan<byte> name, ReadOnlySpan<byte> rawValue);
