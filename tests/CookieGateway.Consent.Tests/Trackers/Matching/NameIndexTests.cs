using CookieGateway.Consent.Trackers.Matching;

namespace CookieGateway.Consent.Tests.Trackers.Matching;

public sealed class NameIndexTests
{
    private static readonly NameIndex<string> Index = new(
    [
        KeyValuePair.Create("_ga", "whole"),
        KeyValuePair.Create("_ga_*", "prefix"),
        KeyValuePair.Create("_ga_special*", "longer prefix"),
        KeyValuePair.Create("*_session", "suffix"),
        KeyValuePair.Create("a*b*c", "middle"),
    ]);

    [Theory]
    [InlineData("_ga", "whole")]
    [InlineData("_ga_1", "prefix")]
    [InlineData("_ga_special1", "longer prefix")]
    [InlineData("laravel_session", "suffix")]
    [InlineData("axxbyyc", "middle")]
    [InlineData("abc", "middle")]
    public void The_most_specific_pattern_is_found(string name, string value)
    {
        Assert.True(Index.TryFind(name, out var found));
        Assert.Equal(value, found);
    }

    [Theory]
    [InlineData("_GA")]
    [InlineData("x_ga")]
    [InlineData("_gat")]
    [InlineData("abcd")]
    [InlineData("")]
    public void What_fits_no_pattern_is_not_found(string name) => Assert.False(Index.TryFind(name, out _));
}
