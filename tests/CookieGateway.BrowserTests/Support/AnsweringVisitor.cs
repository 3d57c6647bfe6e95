namespace CookieGateway.BrowserTests.Support;

/// <summary>Brings a visitor to a page in a given state of consent, by the clicks that lead to it.</summary>
internal static class AnsweringVisitor
{
    public static async Task<Visitor> VisitorWhoAsync(this DemoBrowser browser, Answer answer, string host, string path = "/")
    {
        var visitor = await browser.NewVisitorAsync(new VisitorTraits { JavaScript = answer != Answer.WithoutScripts });
        await visitor.OpenAsync(browser.Demo.AddressOf(host, path));
        switch (answer)
        {
            case Answer.Refused:
                await visitor.Banner.RefuseAllAsync();
                break;
            case Answer.Accepted:
                await visitor.Banner.AcceptAllAsync();
                break;
            case Answer.Withdrawn:
                await visitor.Banner.AcceptAllAsync();
                await visitor.RestAsync();
                await visitor.Banner.WithdrawAsync();
                break;
            case Answer.None or Answer.WithoutScripts:
                break;
        }

        await visitor.RestAsync();
        return visitor;
    }
}
