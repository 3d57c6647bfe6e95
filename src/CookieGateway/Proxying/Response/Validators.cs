using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace CookieGateway.Proxying.Response;

/// <summary>
/// Entity tags of rewritten pages. The visitor's name the variant, <c>W/"abc-cg.1f2e3d4c5b6a"</c>; the origin's do not. They are weak, since a
/// variant is not the origin's page byte for byte. Where the origin has no tag but a date, the tag carries the date.
/// </summary>
internal static class Validators
{
    private const string Mark = "-cg.";
    private const string DateMark = "date-";

    /// <summary>The tag for the visitor; null when the origin gave nothing to make one of.</summary>
    public static string? ForVisitor(string? originTag, DateTimeOffset? lastModified, PageVariant variant)
    {
        if (Opaque(originTag) is { } opaque)
        {
            return $"W/\"{opaque}{Mark}{variant.Name}\"";
        }

        return lastModified is { } date
            ? $"W/\"{DateMark}{date.ToUnixTimeSeconds().ToString("x", CultureInfo.InvariantCulture)}{Mark}{variant.Name}\""
            : null;
    }

    /// <summary>
    /// What to ask the origin for a visitor's If-None-Match. Tags of this variant lose its mark. Tags of others are left out: whoever has
    /// them needs the whole page. Tags without a mark are of files that pass untouched, or of a time before the gateway.
    /// </summary>
    public static OriginConditions ForOrigin(StringValues ifNoneMatch, PageVariant variant, bool mayBePage)
    {
        var tags = new List<string>();
        DateTimeOffset? date = null;
        var ofVariant = false;
        foreach (var tag in TagsIn(ifNoneMatch))
        {
            var mark = tag.LastIndexOf(Mark, StringComparison.Ordinal);
            if (mark < 0)
            {
                if (!mayBePage)
                {
                    tags.Add(tag);
                }
            }
            else if (tag.AsSpan(mark + Mark.Length).TrimEnd('"').SequenceEqual(variant.Name) && Opaque(tag[..mark] + "\"") is { } opaque)
            {
                ofVariant = true;
                if (DateIn(opaque) is { } known)
                {
                    date = known;
                }
                else
                {
                    // The origin may have had it strong or weak; a weak comparison, which is what If-None-Match asks for, takes both.
                    tags.Add($"\"{opaque}\"");
                    tags.Add($"W/\"{opaque}\"");
                }
            }
        }

        return new OriginConditions(tags.Count == 0 ? null : string.Join(", ", tags), date, ofVariant);
    }

    private static IEnumerable<string> TagsIn(StringValues headers)
    {
        foreach (var header in headers)
        {
            // A comma may stand inside a tag, so a tag ends at its closing quote.
            for (var start = 0; header is not null && start < header.Length;)
            {
                var open = header.IndexOf('"', start);
                var close = open < 0 ? -1 : header.IndexOf('"', open + 1);
                if (close < 0)
                {
                    break;
                }

                yield return header[start..(close + 1)].Trim(' ', ',', '\t');
                start = close + 1;
            }
        }
    }

    private static string? Opaque(string? tag)
    {
        var text = tag.AsSpan().Trim();
        text = text.StartsWith("W/") ? text[2..] : text;
        return text.Length >= 2 && text[0] == '"' && text[^1] == '"' ? text[1..^1].ToString() : null;
    }

    private static DateTimeOffset? DateIn(string opaque) =>
        opaque.StartsWith(DateMark, StringComparison.Ordinal)
        && long.TryParse(opaque.AsSpan(DateMark.Length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var seconds)
        && seconds is >= 0 and < 253402300800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
