using CookieGateway.Banner;

namespace CookieGateway.Tests.Banner;

public sealed class CspPermissionsTests
{
    [Theory]
    [InlineData("", null, true, true, true)]
    [InlineData("img-src 'none'", null, true, true, true)]
    [InlineData("default-src 'self'", null, true, false, true)]
    [InlineData("default-src 'none'", null, false, false, false)]
    [InlineData("script-src 'self'; style-src 'self' 'unsafe-inline'", null, true, true, true)]
    [InlineData("script-src 'nonce-abc'; style-src 'nonce-abc'", "abc", true, true, true)]
    [InlineData("script-src 'nonce-abc'; style-src 'self'", "abc", true, false, true)]
    [InlineData("script-src 'nonce-abc' 'strict-dynamic' 'self'", null, false, true, true)]
    [InlineData("script-src 'strict-dynamic' 'sha256-AAAA' 'self'", null, false, true, true)]
    [InlineData("default-src https:; style-src 'unsafe-inline' 'nonce-abc'", null, true, false, false)]
    [InlineData("SCRIPT-SRC 'SELF'; STYLE-SRC *", null, true, false, true)]
    [InlineData("default-src 'none'; script-src-elem 'self'; style-src-elem 'unsafe-inline'", null, true, true, false)]
    [InlineData("script-src 'self', script-src 'none'", null, false, true, true)]
    public void What_a_policy_permits(string policy, string? nonce, bool scripts, bool inlineStyles, bool stylesheets) =>
        Assert.Equal(new CspPermissions(scripts, inlineStyles, stylesheets), CspPermissions.Read([policy], nonce));

    [Fact]
    public void The_nonce_is_that_of_the_scripts() =>
        Assert.Equal("s1", CspPermissions.FindNonce(["style-src 'nonce-x'; script-src 'self' 'nonce-s1'"]));
}
