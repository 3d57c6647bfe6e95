namespace CookieGateway.Cookies;

/// <summary>
/// The pairs of a <c>Cookie</c> header in their order, duplicates and nonsense included: <c>foreach (var pair in new CookiePairs(header))</c>.
/// Allocates nothing. https://www.rfc-editor.org/rfc/rfc6265#section-4.2.1
/// </summary>
public ref struct CookiePairs(ReadOnlySpan<char> header)
{
    private ReadOnlySpan<char> _rest = header;

    public CookiePair Current { get; private set; }

    public readonly CookiePairs GetEnumerator() => this;

    public bool MoveNext()
    {
        while (!_rest.IsEmpty)
        {
            var end = _rest.IndexOf(';');
            var whole = (end < 0 ? _rest : _rest[..end]).Trim(" \t");
            _rest = end < 0 ? default : _rest[(end + 1)..];
            if (!whole.IsEmpty)
            {
                // A pair without an equals sign is a value without a name, in browsers and here.
                var equals = whole.IndexOf('=');
                Current = equals < 0
                    ? new CookiePair(default, whole, whole)
                    : new CookiePair(whole[..equals].TrimEnd(" \t"), whole[(equals + 1)..].TrimStart(" \t"), whole);
                return true;
            }
        }

        return false;
    }
}
