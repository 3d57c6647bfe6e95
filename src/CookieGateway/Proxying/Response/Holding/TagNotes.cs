using CookieGateway.Consent.Trackers;

namespace CookieGateway.Proxying.Response.Holding;

/// <summary>
/// What the handlers of one start tag have found out, so that the same tag need not be read on the next page. One instance is used for
/// tag after tag.
/// </summary>
internal sealed class TagNotes
{
    // A tag with more addresses than this, a gallery in a srcset or a long style sheet, is read each time.
    private const int Most = 16;
    private readonly PageMemory.TagNote[] _notes = new PageMemory.TagNote[Most];
    private int _count;

    /// <summary>Whether the notes are all that there is to say of the tag.</summary>
    public bool AreWhole { get; private set; }

    /// <summary>Whether what was found depends on the directory that the page lies in.</summary>
    public bool DependOnPlace { get; private set; }

    public ReadOnlySpan<PageMemory.TagNote> All => _notes.AsSpan(0, _count);

    public void Begin()
    {
        _count = 0;
        AreWhole = true;
        DependOnPlace = false;
    }

    public void Add(string host, RequestKind kind, in Verdict verdict, bool mustWait, bool held)
    {
        if (_count == Most)
        {
            AreWhole = false;
            return;
        }

        _notes[_count++] = new PageMemory.TagNote(host, kind, verdict, mustWait, held);
    }

    public void DependOnThePlace() => DependOnPlace = true;

    /// <summary>The tag does more to the page than what notes can say.</summary>
    public void Spoil() => AreWhole = false;
}
