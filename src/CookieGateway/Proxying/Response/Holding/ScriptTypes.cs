using System.Text;
using CookieGateway.Html.Rewriting;

namespace CookieGateway.Proxying.Response.Holding;

/// <summary>Reads what a script element is.</summary>
internal static class ScriptTypes
{
    private const int Longest = 64;

    public static ScriptType Of(Element script)
    {
        if (!script.Has("type"u8))
        {
            return ScriptType.Runs;
        }

        Span<byte> room = stackalloc byte[Longest];
        var value = script.Value("type"u8).Trim(" \t\r\n\f"u8);
        if (value.Length > Longest)
        {
            return ScriptType.Data;
        }

        Ascii.ToLower(value, room, out var length);
        ReadOnlySpan<byte> type = room[..length];
        return type switch
        {
            _ when type.IsEmpty || type.SequenceEqual("module"u8) || IsJavaScript(type) => ScriptType.Runs,
            _ when type.SequenceEqual("speculationrules"u8) => ScriptType.SpeculationRules,
            _ when type.SequenceEqual("importmap"u8) => ScriptType.ImportMap,
            _ when type.SequenceEqual("text/plain"u8) => ScriptType.HeldByOther,
            _ => IsDelayed(type) ? ScriptType.Delayed : ScriptType.Data,
        };
    }

    /// <summary>The type with which a delayed script runs in the end: a module stays one, everything else needs none.</summary>
    public static bool DelaysModule(Element script) =>
        Ascii.EqualsIgnoreCase(script.Value("data-rocket-type"u8), "module"u8)
        || Ascii.EqualsIgnoreCase(script.Value("data-type"u8), "module"u8)
        || EndsWith(script.Value("type"u8), "-module"u8);

    // https://mimesniff.spec.whatwg.org/#javascript-mime-type. A parameter makes it data for a browser, but who writes one means a script.
    private static bool IsJavaScript(ReadOnlySpan<byte> type)
    {
        var essence = type.IndexOf((byte)';') is >= 0 and var at ? type[..at].TrimEnd((byte)' ') : type;
        return essence.StartsWith("text/javascript"u8) ? IsVersion(essence["text/javascript"u8.Length..])
            : essence.SequenceEqual("application/javascript"u8) || essence.SequenceEqual("application/x-javascript"u8)
            || essence.SequenceEqual("text/ecmascript"u8) || essence.SequenceEqual("application/ecmascript"u8)
            || essence.SequenceEqual("application/x-ecmascript"u8) || essence.SequenceEqual("text/x-ecmascript"u8)
            || essence.SequenceEqual("text/jscript"u8) || essence.SequenceEqual("text/livescript"u8)
            || essence.SequenceEqual("text/x-javascript"u8);
    }

    private static bool IsVersion(ReadOnlySpan<byte> rest) =>
        rest.IsEmpty || (rest.StartsWith("1."u8) && rest.Length == 3 && rest[2] is >= (byte)'0' and <= (byte)'5');

    // Partytown runs its scripts in a worker, which no guard sees. Rocket Loader puts its own word before the type, LiteSpeed behind it; others have a type of their own. What a template
    // engine or a data format would be called is none of them.
    private static bool IsDelayed(ReadOnlySpan<byte> type) =>
        EndsWith(type, "javascript"u8) || EndsWith(type, "-module"u8)
        || type.IndexOf("delay"u8) >= 0 || type.IndexOf("lazy"u8) >= 0 || type.IndexOf("rocket"u8) >= 0
        || type.IndexOf("deferred"u8) >= 0 || type.IndexOf("litespeed"u8) >= 0 || type.IndexOf("optimi"u8) >= 0
        || type.SequenceEqual("text/partytown"u8);

    private static bool EndsWith(ReadOnlySpan<byte> type, ReadOnlySpan<byte> end) =>
        type.Length >= end.Length && Ascii.EqualsIgnoreCase(type[^end.Length..], end);
}
