using CookieGateway.Cookies;

namespace CookieGateway.Tests.Cookies;

public sealed class SetCookieLineTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void All_attributes_are_read_as_a_browser_reads_them()
    {
        var line = SetCookieLine.Read(" _ga = GA1.1; domain=.Clinic.KZ ;PATH=/a; Max-Age=60; secure;HttpOnly ; SameSite=None; Partitioned", Now);

        Assert.Equal("_ga", line.Name);
        Assert.Equal("clinic.kz", line.Domain);
        Assert.Equal("/a", line.Path);
        Assert.Equal(TimeSpan.FromSeconds(60), line.Lifetime);
        Assert.True(line is { Secure: true, HttpOnly: true, Partitioned: true, SameSite: "None", Removes: false });
    }

    [Theory]
    [InlineData("a=1; Max-Age=0")]
    [InlineData("a=1; Max-Age=-1")]
    [InlineData("a=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT")]
    [InlineData("a=1; Expires=Thu, 01-Jan-1970 00:00:00 GMT")]
    [InlineData("a=1; Max-Age=0; Expires=Fri, 01 Jan 2100 00:00:00 GMT")]
    public void A_life_that_is_over_removes(string text) => Assert.True(SetCookieLine.Read(text, Now).Removes);

    [Theory]
    [InlineData("a=1")]
    [InlineData("a=1; Max-Age=x")]
    [InlineData("a=1; Expires=nonsense")]
    [InlineData("a=1; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT")]
    public void Any_other_sets(string text) => Assert.False(SetCookieLine.Read(text, Now).Removes);

    [Fact]
    public void Without_an_equals_sign_there_is_no_name() => Assert.Equal("", SetCookieLine.Read("value; Path=/", Now).Name);
}
