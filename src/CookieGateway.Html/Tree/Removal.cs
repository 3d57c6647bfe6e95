using CookieGateway.Html.Tokenizing;

namespace CookieGateway.Html.Tree;

/// <summary>
/// Finds the end of an element that is being left out. It keeps the names of what is open in it, so that an end tag of an element
/// outside ends it too, as in a browser, if it was never closed itself.
/// </summary>
internal sealed class Removal
{
    private const int MostLevels = 256;
    private readonly ulong[] _names = new ulong[MostLevels];
    private int _depth;
    private int _beyond;
    private bool _isScope;

    public bool IsActive => _depth > 0;

    public void Begin(ulong key, TagTraits traits)
    {
        _names[0] = key;
        _depth = 1;
        _beyond = 0;
        _isScope = (traits & TagTraits.Scope) != 0;
    }

    public void Clear() => _depth = 0;

    public void StartTag(ulong key)
    {
        if (_depth < MostLevels)
        {
            _names[_depth++] = key;
        }
        else
        {
            _beyond++;
        }
    }

    /// <summary>Takes an end tag; says whether the removal is over, and then whether the tag belongs to what is removed.</summary>
    public RemovalStep EndTag(ulong key)
    {
        if (_beyond > 0)
        {
            _beyond--;
            return RemovalStep.GoesOn;
        }

        for (var i = _depth - 1; i >= 0; i--)
        {
            if (_names[i] == key)
            {
                _depth = i;
                return i == 0 ? RemovalStep.EndsWithTag : RemovalStep.GoesOn;
            }
        }

        if (_isScope || key == ForeignLevel.PKey || key == ForeignLevel.BrKey)
        {
            return RemovalStep.GoesOn;
        }

        _depth = 0;
        return RemovalStep.EndsBeforeTag;
    }
}
