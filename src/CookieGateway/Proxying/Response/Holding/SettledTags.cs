using CookieGateway.Html.Rewriting;

namespace CookieGateway.Proxying.Response.Holding;

/// <summary>
/// Start tags that a site's pages have shown before, known again by all their bytes: what they load was found out then, and what became
/// of them holds wherever this visitor's consent comes to the same.
/// </summary>
internal static class SettledTags
{
    /// <inheritdoc cref="TagRecall{TPage}"/>
    public static bool Recall(HeldPage page, ReadOnlySpan<byte> markup, MarkupNamespace space, out ReadOnlySpan<byte> rewritten)
    {
        rewritten = default;
        page.Tag.Begin();
        var known = page.Memory.Tags.Find(markup, SenseOf(page, space));
        if (!known.IsKnown)
        {
            return false;
        }

        ref readonly var fact = ref known.Fact;
        if (!IsOf(page, fact))
        {
            // What others know of the tag stays: two kinds of pages must not drive out each other's.
            page.Tag.Spoil();
            return false;
        }

        foreach (ref readonly var note in fact.Notes.AsSpan())
        {
            page.Context.Findings.Add(note.Host, note.Kind, note.Verdict, note.Held);
        }

        rewritten = fact.Rewritten;
        return true;
    }

    /// <inheritdoc cref="TagSettled{TPage}"/>
    public static void OnSettled(HeldPage page, ReadOnlySpan<byte> markup, MarkupNamespace space, ReadOnlySpan<byte> rewritten)
    {
        var notes = page.Tag;
        if (!notes.AreWhole || (notes.DependOnPlace && page.Place is null) || !page.Memory.Tags.ComesAgain(markup, SenseOf(page, space)))
        {
            return;
        }

        var place = notes.DependOnPlace ? page.Place : null;
        page.Memory.Tags.Keep(
            markup, SenseOf(page, space), new PageMemory.TagFact(page.OwnHost, place, notes.All.ToArray(), rewritten.ToArray()));
    }

    private static int SenseOf(HeldPage page, MarkupNamespace space) => page.TagSense + ((int)space << 16);

    private static bool IsOf(HeldPage page, in PageMemory.TagFact fact)
    {
        if (!ReferenceEquals(fact.OwnHost, page.OwnHost) || (fact.Place is not null && !ReferenceEquals(fact.Place, page.Place)))
        {
            return false;
        }

        foreach (ref readonly var note in fact.Notes.AsSpan())
        {
            if (page.Judge.Holds(note.Verdict, page.Consent) != note.MustWait)
            {
                return false;
            }
        }

        return true;
    }
}
