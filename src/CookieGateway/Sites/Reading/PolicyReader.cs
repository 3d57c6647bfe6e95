namespace CookieGateway.Sites.Reading;

/// <summary>Reads <c>Sites:x:Policy</c> and the files with the policies' texts.</summary>
internal sealed class PolicyReader(SectionReader section, string baseDirectory)
{

    public Policy Read()
    {
        section.KnowsOnly("Url", "Versions");
        var versions = section.Part("Versions").Parts().Select(ReadVersion).OfType<PolicyVersion>().ToList();
        foreach (var twice in versions.GroupBy(version => version.Version, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            section.Mistake($"{section.Path}:Versions names the version \"{twice.Key}\" {twice.Count()} times. "
                + "A decision names the version it was taken under, so each needs a name of its own.");
        }

        return new Policy { Url = ReadUrl(), Versions = [.. versions.OrderByDescending(version => version.InForce)] };
    }

    private string? ReadUrl()
    {
        var url = section.Text("Url");
        if (url is null || url.StartsWith('/') || (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
        {
            return url;
        }

        section.Mistake("Url", url, "Write a path of the site, as in \"/privacy\", or a whole address.");
        return null;
    }

    private PolicyVersion? ReadVersion(SectionReader version)
    {
        version.KnowsOnly("Version", "Published", "InForce", "Text");
        if (version.Text("Version") is not { } name)
        {
            version.Mistake($"{version.Path}:Version is missing. Write the version as the policy itself prints it, as in \"1.01\".");
            return null;
        }

        var inForce = ReadDate(version, "InForce", required: true);
        return new PolicyVersion
        {
            Version = name,
            InForce = inForce ?? default,
            Published = ReadDate(version, "Published", required: false) ?? inForce ?? default,
            Text = new TextByLanguage(ReadTexts(version.Part("Text"))),
        };
    }

    private static DateTimeOffset? ReadDate(SectionReader version, string key, bool required)
    {
        if (version.Text(key) is not { } text)
        {
            if (required)
            {
                version.Mistake($"{version.Path}:{key} is missing. Write the date of entry into force, as in \"2023-11-01\".");
            }

            return null;
        }

        if (Moment.Read(text) is { } moment)
        {
            return moment;
        }

        version.Mistake(key, text, Moment.Advice);
        return null;
    }

    private IEnumerable<KeyValuePair<string, string>> ReadTexts(SectionReader texts)
    {
        foreach (var language in texts.Keys)
        {
            var file = texts.Text(language) ?? "";
            if (TextFiles.Read(file, baseDirectory) is { } text)
            {
                yield return KeyValuePair.Create(language, text);
            }
            else
            {
                texts.Mistake(language, file, $"There is no readable file \"{Path.GetFullPath(file, baseDirectory)}\". "
                    + "Name the file with the policy's text, relative to the configuration file.");
            }
        }
    }
}
