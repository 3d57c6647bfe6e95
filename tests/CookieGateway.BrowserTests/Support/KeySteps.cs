namespace CookieGateway.BrowserTests.Support;

/// <summary>Going through a page by the keyboard alone.</summary>
internal static class KeySteps
{
    /// <summary>Presses Tab until what the selector names has the focus.</summary>
    public static async Task TabToAsync(this IPage page, string selector, int atMost = 30)
    {
        for (var press = 0; press < atMost; press++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("(selector) => document.activeElement.matches(selector)", selector))
            {
                return;
            }
        }

        Assert.Fail($"{selector} is not among the next {atMost} stops of the keyboard.");
    }
}
