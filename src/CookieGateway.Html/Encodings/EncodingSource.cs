namespace CookieGateway.Html.Encodings;

/// <summary>What says how a page is encoded; in the order in which browsers ask.</summary>
public enum EncodingSource
{
    /// <summary>A byte order mark at the page's beginning.</summary>
    ByteOrderMark,

    /// <summary>The charset of the Content-Type header.</summary>
    Header,

    /// <summary>A meta element within the first 1,024 bytes.</summary>
    Meta,

    /// <summary>Nothing; windows-1252 is assumed, of which every byte is some character.</summary>
    Default,
}
