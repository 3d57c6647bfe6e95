namespace CookieGateway.Statistics;

/// <summary>What is added to one day of one site in one step. The id makes the step repeatable: a batch that is sent twice counts once.</summary>
internal sealed record CountBatch(Guid Id, string Site, DateOnly Day, IReadOnlyList<(string Field, long Count)> Counts);
