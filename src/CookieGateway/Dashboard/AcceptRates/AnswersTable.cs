using CookieGateway.Statistics;

namespace CookieGateway.Dashboard.AcceptRates;

/// <summary>A table of answers: by day, by language, by site.</summary>
internal sealed record AnswersTable(string FirstColumn, IReadOnlyList<AnswersTable.Row> Rows)
{
    public string? Caption { get; init; }

    public Answers? Total { get; init; }

    /// <summary>Rows of fewer visits than this show no numbers; zero shows all.</summary>
    public int SmallestGroup { get; init; }

    public sealed record Row(string Name, Answers Answers, string? Link = null);
}
