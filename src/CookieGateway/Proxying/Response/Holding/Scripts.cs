using CookieGateway.Consent.Trackers;
using CookieGateway.Consent.Trackers.Inline;
using CookieGateway.Html.Rewriting;

namespace CookieGateway.Proxying.Response.Holding;

/// <summary>Holds scripts: external ones by their address, inline ones by what their code does.</summary>
internal static class Scripts
{
    public static void OnStartTag(HeldPage page, Element script)
    {
        // A browser without scripting runs none, and one with scripting does not read what stands in noscript.
        if (script.IsInNoscript || ScriptTypes.Of(script) is var type && type is not (ScriptType.Runs or ScriptType.Delayed))
        {
            return;
        }

        var held = false;
        foreach (var attribute in script.Attributes)
        {
            if (!IsAddress(attribute, type) || !HoldsScript(page, attribute.Value, out var verdict))
            {
                continue;
            }

            if (!held)
            {
                held = true;
                MakeInert(page, script, type);
                Held.Mark(page, script, verdict);
            }

            // Wherever it was kept, it is where the script lies: the release needs no optimizer.
            Held.KeepAs(page, script, attribute.SpelledName, attribute.StartsWith("data-"u8) ? "src"u8 : attribute.SpelledName);
        }
    }

    /// <summary>Whether the code of the element is to be judged.</summary>
    public static bool HasCode(HeldPage page, Element script) =>
        !script.IsInNoscript
        && ScriptTypes.Of(script) switch
        {
            ScriptType.Runs or ScriptType.Delayed => !script.Has("src"u8),
            ScriptType.SpeculationRules or ScriptType.ImportMap => true,
            _ => false,
        };

    public static void OnCode(HeldPage page, Element script, RawText code)
    {
        // A browser does not run a script that the page's end has cut off.
        if (!code.IsClosed)
        {
            return;
        }

        var type = ScriptTypes.Of(script);
        if (type is ScriptType.SpeculationRules or ScriptType.ImportMap)
        {
            if (AddressLists.HoldsAny(page, code.Bytes, out var verdict))
            {
                MakeInert(page, script, ScriptType.Runs);
                Held.Mark(page, script, verdict);
            }

            return;
        }

        var (judged, globals) = Judge(page, code.Bytes);
        if (Note(page, judged) && MustWait(page, judged))
        {
            MakeInert(page, script, type);
            Held.Mark(page, script, judged.Trackers, globals);
        }
    }

    // Where a guard stands, it stops what a mixed script loads, in frames of its own making too, and the rest of the script runs. It
    // does so for chats, reviews, comments, maps and the like as well: the page's own code often counts on what their loaders set up.
    private static bool MustWait(HeldPage page, in InlineVerdict judged) => judged.Kind switch
    {
        InlineKind.TrackerOnly => !page.HasGuard || !judged.Loads || !IsForVisitors(judged.Trackers),
        InlineKind.Mixed => !page.HasGuard,
        _ => false,
    };

    private static bool IsForVisitors(in TrackerSet trackers)
    {
        for (var at = 0; at < trackers.Count; at++)
        {
            if (trackers[at] is { Embed: EmbedKind.None, Stub: not ("chat" or "zendesk" or "errors") } or { Embed: EmbedKind.Social or EmbedKind.Content })
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The judgement over code: from memory, when the site's pages have shown the same before.</summary>
    public static PageMemory.ScriptFact Judge(HeldPage page, ReadOnlySpan<byte> code)
    {
        var memory = page.Memory.Scripts;
        if (memory.Find(code, 0) is { IsKnown: true } known)
        {
            return known.Fact;
        }

        var judged = InlineScripts.Judge(code, page.Judge);
        var fact = new PageMemory.ScriptFact(judged, judged.Kind == InlineKind.TrackerOnly ? ScriptGlobals.Of(code, page.Judge) : "");
        if (memory.ComesAgain(code, 0))
        {
            memory.Keep(code, 0, fact);
        }

        return fact;
    }

    /// <summary>Notes the trackers of inline code. True when one of them may not run.</summary>
    public static bool Note(HeldPage page, in InlineVerdict judged)
    {
        var held = false;
        for (var at = 0; at < judged.Trackers.Count; at++)
        {
            var verdict = Verdict.Of(judged.Trackers[at]);
            var mustWait = !page.Consent.Permits(judged.Trackers[at]);
            var isHeld = mustWait && judged.Kind == InlineKind.TrackerOnly;
            held |= mustWait;
            page.Tag.Add("", RequestKind.Script, verdict, mustWait, isHeld);
            page.Context.Findings.Add("", RequestKind.Script, verdict, isHeld);
        }

        return held;
    }

    // An optimizer keeps the address under a name of its own, as data-rocket-src or data-pmdelayedscript.
    private static bool IsAddress(Html.Rewriting.Attribute attribute, ScriptType type) =>
        attribute.Is("src"u8) || attribute.Is("href"u8) || attribute.Is("xlink:href"u8)
        || (attribute.StartsWith("data-"u8) && (type == ScriptType.Delayed || LazyAttributes.NamesAddress(attribute.SpelledName)));

    private static bool HoldsScript(HeldPage page, ReadOnlySpan<byte> address, out Verdict verdict) =>
        DataScripts.IsData(address)
            ? DataScripts.Holds(page, address, out verdict)
            : page.Holds(address, RequestKind.Script, out verdict);

    private static void MakeInert(HeldPage page, Element script, ScriptType type)
    {
        if (type == ScriptType.Delayed)
        {
            // The optimizer has done its round by the time of a grant: the script is released as what it stands for.
            var isModule = ScriptTypes.DelaysModule(script);
            script.RemoveAttribute("type"u8);
            if (isModule)
            {
                script.SetAttribute(page.Names.Type, "module"u8);
            }
        }
        else
        {
            Held.Keep(page, script, "type"u8);
        }

        script.SetAttribute("type"u8, "text/plain"u8);
    }
}
