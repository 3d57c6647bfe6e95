using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace CookieGateway.Tests.Dashboard.Members;

/// <summary><c>member add</c> as an operator runs it: a process of its own beside a running gateway, over the same Redis.</summary>
public sealed class MemberCommandTests(StartedDashboard started) : IClassFixture<StartedDashboard>
{
    [Fact]
    public async Task Who_is_added_signs_in_with_the_password_that_is_shown_once()
    {
        var (code, said, complaints) = await RunAsync("--name", "aliya@clinic.kz", "--role", "marketer", "--site", "clinic");

        Assert.Equal((0, ""), (code, complaints));
        Assert.StartsWith("Member:   aliya@clinic.kz (marketer)\n", said, StringComparison.Ordinal);
        using var browser = started.Dashboard.Browser();
        using var answer = await browser.SignInAsync("aliya@clinic.kz", PasswordIn(said));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        using var records = await browser.GetAsync("/records");
        Assert.Equal(HttpStatusCode.NotFound, records.StatusCode);
    }

    [Fact]
    public async Task A_second_one_of_the_name_is_refused_and_a_reset_ends_the_old_password()
    {
        var (_, first, _) = await RunAsync("--name", "berik", "--role", "officer");
        var (code, said, complaints) = await RunAsync("--name", "berik");
        var (_, second, _) = await RunAsync("--name", "berik", "--reset");

        Assert.Equal((1, ""), (code, said));
        Assert.Equal("There is a member \"berik\" already. Give --reset to set another password.\n", complaints);
        Assert.StartsWith("Member:   berik (officer)\n", second, StringComparison.Ordinal);
        using var browser = started.Dashboard.Browser();
        using var old = await browser.SignInAsync("berik", PasswordIn(first));
        using var current = await browser.SignInAsync("berik", PasswordIn(second));
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Redirect), (old.StatusCode, current.StatusCode));
    }

    [Theory]
    [InlineData("Ә", "marketer", "--name is \"Ә\". It must be 2 to 40 lower-case Latin letters, digits, dots, hyphens, underscores or @.")]
    [InlineData("gulnara", "boss", "--role is \"boss\". It must be marketer, officer or administrator.")]
    public async Task What_cannot_be_is_said_with_its_remedy(string name, string role, string complaint)
    {
        var (code, said, complaints) = await RunAsync("--name", name, "--role", role);

        Assert.Equal((1, "", complaint + "\n"), (code, said, complaints));
    }

    private static string PasswordIn(string said) => Regex.Match(said, "^Password: (.+)$", RegexOptions.Multiline).Groups[1].Value;

    private async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        string[] all =
        [
            Path.Combine(AppContext.BaseDirectory, "CookieGateway.dll"), "member", "add", .. arguments,
            "--Gateway:Redis=" + started.Dashboard.Redis.ConnectionString,
            "--Sites:clinic:Hosts:0=clinic.kz", "--Sites:clinic:Origins:0=http://127.0.0.1:9",
        ];
        using var process = Process.Start(new ProcessStartInfo("dotnet", all) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, said[0], said[1]);
    }
}
