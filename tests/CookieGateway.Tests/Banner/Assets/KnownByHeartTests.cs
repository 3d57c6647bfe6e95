using System.Text;
using CookieGateway.Banner.Assets;
using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Purposes;
using CookieGateway.Consent.Trackers;
using CookieGateway.Tests.Support;

namespace CookieGateway.Tests.Banner.Assets;

/// <summary>What the guard knows before it asks has to be what the server would say: it is an excerpt, not an opinion.</summary>
public sealed class KnownByHeartTests
{
    private static readonly TrackerJudge Judge = SomeSite.With().Judge;

    public static TheoryData<string> Held => [.. KnownByHeart.Held];

    public static TheoryData<string> Necessary => [.. KnownByHeart.Necessary];

    [Fact]
    public void Every_tracker_is_in_the_catalog() =>
        Assert.All(KnownByHeart.Writers.Concat(KnownByHeart.Called), id => Assert.NotNull(Judge.Find(id)));

    [Theory, MemberData(nameof(Held))]
    public void What_is_held_by_heart_the_server_holds_in_every_kind_of_request(string pattern)
    {
        Assert.Contains(Judge.GuardRules, rule => rule.Pattern == pattern && rule.Kinds == RequestKinds.All);
        Assert.All(Enum.GetValues<RequestKind>(), kind => Assert.True(Holds(pattern, kind), $"{pattern} as {kind}"));
        Assert.DoesNotContain(Judge.GuardRules, rule => rule.Purpose == Purpose.Necessary && IsWithin(rule.Pattern, pattern));
    }

    [Theory, MemberData(nameof(Necessary))]
    public void What_passes_by_heart_the_server_lets_pass_in_every_kind_of_request(string pattern)
    {
        Assert.All(Enum.GetValues<RequestKind>(), kind => Assert.False(Holds(pattern, kind), $"{pattern} as {kind}"));
        Assert.DoesNotContain(Judge.GuardRules, rule => rule.Purpose != Purpose.Necessary && IsWithin(rule.Pattern, pattern));
    }

    private static bool Holds(string pattern, RequestKind kind)
    {
        var address = new Uri("https://" + pattern.Replace(".*", ".kz", StringComparison.Ordinal).Replace('*', 'x') + "?a=1");
        var verdict = Judge.OfRequest(Encoding.ASCII.GetBytes(address.Host), Encoding.ASCII.GetBytes(address.PathAndQuery), kind);
        return Judge.Holds(verdict, VisitorConsent.Undecided);
    }

    // A rule of a host below, or of a path of it, would be another verdict than that of the whole.
    private static bool IsWithin(string rule, string pattern)
    {
        var (host, path) = Parts(rule);
        var (wholeHost, wholePath) = Parts(pattern);
        return host.Length > 0 && (host == wholeHost || host.EndsWith("." + wholeHost, StringComparison.Ordinal)) && path.StartsWith(wholePath, StringComparison.Ordinal);
    }

    private static (string Host, string Path) Parts(string pattern) =>
        pattern.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? (pattern[..slash], pattern[slash..]) : (pattern, "");
}
