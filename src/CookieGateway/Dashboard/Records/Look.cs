namespace CookieGateway.Dashboard.Records;

/// <summary>One look at records.</summary>
/// <param name="At">When.</param>
/// <param name="Member">By whom.</param>
/// <param name="Action">What was done.</param>
/// <param name="Subject">The first digits of the id that it was about; null for a list.</param>
public sealed record Look(DateTimeOffset At, string Member, string Action, string? Subject);
