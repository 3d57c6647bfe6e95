namespace CookieGateway.Redis;

/// <summary>Whether Redis answers, and in a sentence what is wrong with it; null when nothing is.</summary>
/// <param name="Connected">Commands reach it.</param>
/// <param name="Reason">For the log, <c>/health/ready</c> and the dashboard: what is wrong and what to do. May be set while connected.</param>
public sealed record RedisState(bool Connected, string? Reason);
