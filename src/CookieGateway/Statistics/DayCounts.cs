namespace CookieGateway.Statistics;

/// <summary>All numbers of one site on one day, as they are stored.</summary>
internal sealed record DayCounts(DateOnly Day, IReadOnlyDictionary<string, long> Fields)
{
    public long this[string field] => Fields.GetValueOrDefault(field);

    public Answers Answers() => new()
    {
        Pages = this[CountFields.Pages(PageState.Asked)],
        Visits = this[CountFields.Visits(PageState.Asked)],
        AcceptedAll = this[CountFields.Answers(AnswerKind.AcceptedAll)],
        RefusedAll = this[CountFields.Answers(AnswerKind.RefusedAll)],
        Chose = this[CountFields.Answers(AnswerKind.Chose)],
        Withdrew = this[CountFields.Answers(AnswerKind.Withdrew)],
    };

    public Answers AnswersIn(string language) => new()
    {
        Visits = this[CountFields.InLanguage(language, CountFields.Visits(PageState.Asked))],
        AcceptedAll = this[CountFields.InLanguage(language, CountFields.Answers(AnswerKind.AcceptedAll))],
        RefusedAll = this[CountFields.InLanguage(language, CountFields.Answers(AnswerKind.RefusedAll))],
        Chose = this[CountFields.InLanguage(language, CountFields.Answers(AnswerKind.Chose))],
    };

    public IEnumerable<string> Languages() =>
        Fields.Keys.Select(CountFields.SplitLanguage).Where(split => split is not null).Select(split => split!.Value.Language);
}
