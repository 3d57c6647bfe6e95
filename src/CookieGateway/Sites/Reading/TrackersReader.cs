using CookieGateway.Consent.Purposes;
using CookieGateway.Consent.Trackers;
using CookieGateway.Consent.Trackers.Lists;

namespace CookieGateway.Sites.Reading;

/// <summary>Reads <c>Trackers</c> of a site.</summary>
internal sealed class TrackersReader(SectionReader section, FilterLists lists)
{
    public TrackerRules Read(IReadOnlyList<HostPattern> hosts, IReadOnlyList<string> cookieDomains)
    {
        section.KnowsOnly("Unclassified", "UnknownCookies", "Allow", "Lists", "Overrides", "Cookies", "Declared");
        return new TrackerRules
        {
            OwnHosts = [.. hosts.Select(host => host.ToString())],
            OwnDomains = cookieDomains,
            Unclassified = section.Word("Unclassified", UnknownRule.Hold),
            UnknownCookies = section.Word("UnknownCookies", UnknownRule.Report),
            Allow = [.. ReadAllowed()],
            Overrides = ReadPurposes("Overrides", (part, id) => IsKnownTracker($"{part.Path}:{id}", id)),
            Cookies = ReadPurposes("Cookies", (_, _) => true),
            Lists = [.. ReadLists()],
            Declared = [.. section.Texts("Declared").Where(declared => IsKnownTracker($"{declared.Key} is \"{declared.Text}\", which", declared.Text)).Select(declared => declared.Text)],
        };
    }

    private IEnumerable<string> ReadAllowed()
    {
        foreach (var (key, text) in section.Texts("Allow"))
        {
            var host = text.Split('/')[0];
            if (HostPattern.TryParse(host, out var pattern) && !pattern.IsWildcard)
            {
                yield return pattern.Name + text[host.Length..];
            }
            else
            {
                section.Mistake($"{key} is \"{text}\". Write a host, which stands for its subdomains too, as in \"cdn.clinic.kz\", "
                    + "or a host and the beginning of a path, as in \"cdn.clinic.kz/lib/\".");
            }
        }
    }

    private Dictionary<string, Purpose> ReadPurposes(string key, Func<SectionReader, string, bool> isKnown)
    {
        var part = section.Part(key);
        var purposes = new Dictionary<string, Purpose>(StringComparer.Ordinal);
        foreach (var name in part.Keys)
        {
            if (PurposeWords.Find(part.Text(name)) is { } purpose)
            {
                if (isKnown(part, name))
                {
                    purposes[name] = purpose;
                }
            }
            else
            {
                part.Mistake(name, part.Text(name) ?? "", $"It must be {Words.Either(Enum.GetNames<Purpose>())}.");
            }
        }

        return purposes;
    }

    private bool IsKnownTracker(string subject, string id)
    {
        if (TrackerCatalog.BuiltIn.Find(id) is not null)
        {
            return true;
        }

        var meant = Words.Closest(id, TrackerCatalog.BuiltIn.Trackers.Select(tracker => tracker.Id));
        section.Mistake($"{subject} names no tracker of the catalog. "
            + (meant is null ? "The declaration at /_consent/declaration lists their ids." : $"Did you mean {meant}?"));
        return false;
    }

    private IEnumerable<FilterList> ReadLists()
    {
        foreach (var (key, file) in section.Texts("Lists"))
        {
            if (lists.Find(file) is { } list)
            {
                yield return list;
            }
            else
            {
                section.Mistake($"{key} is \"{file}\". There is no readable file \"{lists.PathOf(file)}\". "
                    + "Name a filter list in Adblock Plus syntax, relative to the configuration file.");
            }
        }
    }
}
