using System.Text.Json;

namespace CookieGateway.BrowserTests.Clients;

/// <summary>DuckDuckGo's autoconsent at work in a page, as the browser or the extension would put it there.</summary>
internal static class Autoconsent
{
    private const string Package = "@duckduckgo/autoconsent/";

    // Its default search ends after a tenth of a second, so as not to disturb; a busy test machine needs more.
    private const string Settings = """
        {
          "enabled": true, "autoAction": null, "disabledCmps": [], "enablePrehide": false, "enableCosmeticRules": true,
          "enableGeneratedRules": true, "enableHeuristicDetection": true, "heuristicMode": "reject", "detectRetries": 10,
          "isMainWorld": true, "prehideTimeout": 2000, "enablePopupMutationObserver": false, "visualTest": false,
          "performanceLoggingEnabled": false, "heuristicPopupSearchTimeout": 5000, "logs": {}
        }
        """;

    /// <summary>All rules that come with it.</summary>
    public static Task<string> OwnRulesAsync() => ClientPackages.ReadAsync(Package + "rules/rules.json");

    /// <summary>Lets it act on the page that is open; what it says from then on is in <see cref="MessagesAsync"/>.</summary>
    /// <param name="page">The page.</param>
    /// <param name="action">"optOut" or "optIn".</param>
    /// <param name="rules">A bundle of rules as JSON: <c>{"autoconsent": […]}</c>.</param>
    public static async Task ActAsync(IPage page, string action, string rules)
    {
        await page.EvaluateAsync($$"""
            () => {
              window.autoconsentMessages = []
              window.autoconsentSendMessage = async (message) => {
                autoconsentMessages.push(message)
                const config = { ...{{Settings}}, autoAction: '{{action}}' }
                if (message.type == 'init') setTimeout(() => autoconsentReceiveMessage({ type: 'initResp', config, rules: {{rules}} }))
              }
            }
            """);
        await page.EvaluateAsync(await ClientPackages.ReadAsync(Package + "dist/autoconsent.playwright.js"));
    }

    /// <summary>Waits until it says that it is done, and returns by which rule it was.</summary>
    public static async Task<string> DoneAsync(IPage page)
    {
        await page.WaitForFunctionAsync("() => autoconsentMessages.some((message) => message.type == 'autoconsentDone')", null, new() { Timeout = 30_000 });
        var done = (await MessagesAsync(page)).Last(message => message.GetProperty("type").GetString() == "autoconsentDone");
        return done.GetProperty("cmp").GetString()!;
    }

    /// <summary>Waits until it has looked everywhere, as often as it ever does, and found nothing.</summary>
    public static async Task GivenUpAsync(IPage page)
    {
        // It looks again whenever something has changed in the page.
        await page.EvaluateAsync("() => { setInterval(() => document.documentElement.toggleAttribute('data-changed'), 100) }");
        await page.WaitForFunctionAsync(
            "() => autoconsentMessages.some((message) => message.type == 'report' && message.state.lifecycle == 'nothingDetected')", null, new() { Timeout = 60_000 });
    }

    public static async Task<IReadOnlyList<JsonElement>> MessagesAsync(IPage page) =>
        JsonSerializer.Deserialize<List<JsonElement>>(await page.EvaluateAsync<string>("JSON.stringify(autoconsentMessages)"))!;
}
