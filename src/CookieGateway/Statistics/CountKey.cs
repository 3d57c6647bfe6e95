namespace CookieGateway.Statistics;

/// <summary>One number of one site on one day.</summary>
internal readonly record struct CountKey(string Site, DateOnly Day, string Field);
