namespace CookieGateway.Sites.Reading;

/// <summary>Reads <c>Consent</c> of a site.</summary>
internal static class ConsentRulesReader
{
    private const int Century = 36500;

    public static ConsentRules Read(SectionReader section)
    {
        section.KnowsOnly(
            "TermDays", "Gpc", "Dnt", "ConsentMode", "IpStorage", "IpRetentionDays", "RecordRetentionDays", "AskAgainAfter");

        // 180 days: what the CNIL calls good practice for both answers. More than 400 days no browser keeps a cookie.
        var term = TimeSpan.FromDays(section.Number("TermDays", 180, 1, 400));
        var retention = TimeSpan.FromDays(section.Number("RecordRetentionDays", 1095, 1, Century));
        if (retention < term)
        {
            section.Mistake($"{section.Path}:RecordRetentionDays is {retention.Days}, less than TermDays, which is {term.Days}. "
                + "A decision counts for its whole term, so its record must be kept at least as long.");
        }

        return new ConsentRules
        {
            Term = term,
            Gpc = section.Word("Gpc", SignalMeaning.Refuse),
            Dnt = section.Word("Dnt", SignalMeaning.Ask),
            ConsentMode = section.Word("ConsentMode", ConsentMode.Basic),
            IpStorage = section.Word("IpStorage", IpStorage.Full),
            IpRetention = TimeSpan.FromDays(section.Number("IpRetentionDays", 365, 1, Century)),
            RecordRetention = retention,
            AskAgainAfter = ReadAskAgainAfter(section),
        };
    }

    private static DateTimeOffset? ReadAskAgainAfter(SectionReader section)
    {
        if (section.Text("AskAgainAfter") is not { } text)
        {
            return null;
        }

        var moment = Moment.Read(text);
        if (moment is null)
        {
            section.Mistake("AskAgainAfter", text, Moment.Advice);
        }

        return moment;
    }
}
