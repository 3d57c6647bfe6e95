namespace CookieGateway.Html.Rewriting;

/// <summary>What is to be written at the end tag of an element; the lengths are of parts of <see cref="OpenEnds"/>' text, in this order.</summary>
internal readonly record struct OpenEnd(
    ulong Key, int Depth, bool RemovesTag, int Start, int AppendLength, int AfterLength, int NameLength);
