namespace CookieGateway.Html.Tokenizing;

/// <summary>What a handler has asked for an attribute.</summary>
internal enum AttributeChange
{
    None,
    Removed,
    Renamed,
    Replaced,
}
