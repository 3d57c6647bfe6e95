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

    public Answers AnswersIn(string language) => AnswersOf(field => CountFields.InLanguage(language, field));

    public Answers AnswersTo(string variant) => AnswersOf(field => CountFields.InVariant(variant, field));

    public IEnumerable<string> Languages() => Fields.Keys.Select(CountFields.LanguageOf).OfType<string>();

    public IEnumerable<string> Variants() => Fields.Keys.Select(CountFields.VariantOf).OfType<string>();

    private Answers AnswersOf(Func<string, string> within) => new()
    {
        Visits = this[within(CountFields.Visits(PageState.Asked))],
        AcceptedAll = this[within(CountFields.Answers(AnswerKind.AcceptedAll))],
        RefusedAll = this[within(CountFields.Answers(AnswerKind.RefusedAll))],
        Chose = this[within(CountFields.Answers(AnswerKind.Chose))],
    };
}
