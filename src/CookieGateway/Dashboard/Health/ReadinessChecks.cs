namespace CookieGateway.Dashboard.Health;

/// <summary>
/// What may be wrong with the gateway, asked at each call of <c>/health/ready</c>: each check gives sentences, and none when all is well.
/// The host names them: <c>redis</c>, <c>outbox</c>.
/// </summary>
public sealed class ReadinessChecks(IReadOnlyDictionary<string, Func<IReadOnlyList<string>>> checks)
{
    public IReadOnlyList<(string Name, IReadOnlyList<string> Reasons)> Ask() => [.. checks.Select(check => (check.Key, check.Value()))];
}
