using CookieGateway.BrowserTests.Pages;
using CookieGateway.BrowserTests.Support;
using CookieGateway.Demo.Clinics.Hosting;

namespace CookieGateway.BrowserTests.Promises;

/// <summary>Login cookies are necessary, not tracking (kristall-dent's policy, 3.3.1): accounts work whatever the answer.</summary>
[Collection(nameof(DemoCollection))]
public sealed class AccountsTests(DemoBrowser browser)
{
    public static TheoryData<string, Answer> Accounts
    {
        get
        {
            var accounts = new TheoryData<string, Answer>();
            foreach (var clinic in (string[])["kristall-dent", "onlinehealth", "imttherapy", "clickservice"])
            {
                foreach (var answer in (Answer[])[Answer.None, Answer.Refused, Answer.Accepted, Answer.WithoutScripts])
                {
                    accounts.Add(clinic, answer);
                }
            }

            return accounts;
        }
    }

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task A_patient_signs_in_comes_back_and_signs_out(string clinic, Answer answer)
    {
        await using var visitor = await browser.VisitorWhoAsync(answer, $"{clinic}.localhost", "/login");
        await visitor.Page.Locator("form[action='/login'] [name=email]").FillAsync(AccountRoutes.DemoEmail);
        await visitor.Page.Locator("form[action='/login'] [name=password]").FillAsync(AccountRoutes.DemoPassword);

        await new ClinicForm(visitor.Page, "/login").SendAsync("/account");
        await visitor.OpenAsync(browser.Demo.AddressOf($"{clinic}.localhost", "/account"));
        Assert.Contains("Айгерим", await visitor.Page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);

        await new ClinicForm(visitor.Page, "/logout").SendAsync("/");
        await visitor.OpenAsync(browser.Demo.AddressOf($"{clinic}.localhost", "/account"));
        Assert.EndsWith("/login", visitor.Page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kristall-dent")]
    [InlineData("imttherapy")]
    public async Task A_patient_registers_after_refusing(string clinic)
    {
        await using var visitor = await browser.VisitorWhoAsync(Answer.Refused, $"{clinic}.localhost", "/login");
        var register = new ClinicForm(visitor.Page, "/register");

        await register.FillInAsync();
        await register.SendAsync("/account");

        Assert.Contains(ClinicForm.Name, await visitor.Page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_customer_signs_in_through_a_social_network_after_refusing()
    {
        await using var visitor = await browser.VisitorWhoAsync(Answer.Refused, "clickservice.localhost", "/login");

        await visitor.Page.Locator("a.google").ClickAsync();

        await visitor.Page.WaitForURLAsync("**/account");
        Assert.Contains("Айгерим", await visitor.Page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(visitor.ForeignRequests);
    }
}
