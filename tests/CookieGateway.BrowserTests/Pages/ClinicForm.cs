namespace CookieGateway.BrowserTests.Pages;

/// <summary>A form of a clinic's page, filled in as a patient does.</summary>
public sealed class ClinicForm(IPage page, string action)
{
    public const string Name = "Әлия Сейтқали";

    private ILocator Form => page.Locator($"form[action='{action}']").First;

    /// <summary>Everything that asks for something gets an answer of its kind.</summary>
    public async Task FillInAsync()
    {
        foreach (var field in await Form.Locator("input:not([type=hidden]), textarea").AllAsync())
        {
            var answer = (await field.GetAttributeAsync("type"), await field.GetAttributeAsync("name")) switch
            {
                ("tel", _) => "+7 701 000 00 00",
                ("email", _) => $"patient-{Guid.NewGuid():N}@example.kz",
                (_, "iin") => "780905403041",
                ("password", _) => "a secret",
                _ => Name,
            };
            if (await field.GetAttributeAsync("type") != "file")
            {
                await field.FillAsync(answer);
            }
        }
    }

    /// <summary>Presses the button and waits for the page that follows.</summary>
    public async Task SendAsync(string next)
    {
        var button = Form.Locator("button");
        await button.ScrollIntoViewIfNeededAsync();

        // A frame of another site, such as a video, lives in a process of its own. The browser learns with the next pictures that it
        // has scrolled away, and tells nobody; a click before that, faster than any hand, goes to where the frame was.
        await page.WaitForTimeoutAsync(300);
        await button.ClickAsync();
        await page.WaitForURLAsync(address => new Uri(address).AbsolutePath == next);
    }
}
