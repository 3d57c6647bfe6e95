using CookieGateway.BrowserTests.Pages;
using CookieGateway.BrowserTests.Support;

namespace CookieGateway.BrowserTests.Promises;

/// <summary>
/// Promise 2: the page still works. The clinics' forms tell their trackers first and go off when those call back, so with
/// trackers held back each of them stands or falls with the stub that answers in the tracker's place.
/// </summary>
[Collection(nameof(DemoCollection))]
public sealed class FormsTests(DemoBrowser browser)
{
    private static readonly (string Clinic, string Host, string Page, string Form, string Next)[] s_forms =
    [
        ("kristall-dent", "kristall-dent.localhost", "/", "/callback", "/callback-sent"),
        ("kristall-dent", "kristall-dent.localhost", "/reviews", "/review", "/reviews"),
        ("onlinehealth", "onlinehealth.localhost", "/", "/booking", "/booking-done"),
        ("onlinehealth", "onlinehealth.localhost", "/", "/newsletter", "/newsletter-done"),
        ("onlinehealth", "cardio.almaty.onlinehealth.localhost", "/", "/booking", "/booking-done"),
        ("healthcity", "healthcity.localhost", "/", "/feedback", "/feedback-sent"),
        ("healthcity", "healthcity.localhost", "/kk", "/kk/feedback", "/kk/feedback-sent"),
        ("imttherapy", "imttherapy.localhost", "/", "/consultation", "/consultation-sent"),
        ("imttherapy", "imttherapy.localhost", "/blog/back-pain", "/comment", "/blog/back-pain"),
        ("imttherapy", "start.school.imttherapy.localhost", "/", "/consultation", "/consultation-sent"),
        ("clickservice", "clickservice.localhost", "/withdrawal", "/withdrawal", "/withdrawal-sent"),
        ("clickservice", "clickservice-com.localhost", "/", "/subscribe", "/"),
    ];

    public static TheoryData<string, string, string, string, string, Answer> Forms
    {
        get
        {
            var forms = new TheoryData<string, string, string, string, string, Answer>();
            foreach (var (clinic, host, page, form, next) in s_forms)
            {
                foreach (var answer in Enum.GetValues<Answer>())
                {
                    forms.Add(clinic, host, page, form, next, answer);
                }
            }

            return forms;
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_reaches_the_clinic(string clinic, string host, string page, string action, string next, Answer answer)
    {
        await using var visitor = await browser.VisitorWhoAsync(answer, host, page);
        var inbox = browser.Demo.SiteOf(clinic).Inbox;
        var before = inbox.Forms.Count;
        var form = new ClinicForm(visitor.Page, action);

        await form.FillInAsync();
        await form.SendAsync(next);

        await Eventually.IsTrueAsync(() => inbox.Forms.Count > before, () => $"{action} did not arrive at {clinic}.");
        var received = Assert.Single(inbox.Forms.Skip(before));
        Assert.Equal(action, received.Path);
        Assert.All(received.Fields.Where(field => field.Key == "name"), field => Assert.Equal(ClinicForm.Name, field.Value));
    }

    [Theory]
    [InlineData(Answer.None)]
    [InlineData(Answer.Refused)]
    [InlineData(Answer.Accepted)]
    [InlineData(Answer.WithoutScripts)]
    public async Task An_order_goes_from_the_shelf_through_the_bank_to_the_receipt(Answer answer)
    {
        await using var visitor = await browser.VisitorWhoAsync(answer, "clickservice.localhost", "/product/tonometer");
        var order = new ClinicForm(visitor.Page, "/order");

        await new ClinicForm(visitor.Page, "/checkout").SendAsync("/checkout");
        await order.FillInAsync();
        await order.SendAsync("/bank");
        await new ClinicForm(visitor.Page, "/bank/pay").SendAsync("/order-paid");

        Assert.Contains("оплачен", await visitor.Page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
    }
}
