using System.Text;
using CookieGateway.BrowserTests.Pages;
using CookieGateway.BrowserTests.Support;

namespace CookieGateway.BrowserTests.Promises;

/// <summary>What is not a page passes through the gateway as it comes: sockets, streams of events, downloads, uploads.</summary>
[Collection(nameof(DemoCollection))]
public sealed class StreamsTests(DemoBrowser browser)
{
    private const long StudyBytes = 64L * 1024 * 1024;

    [Fact]
    public async Task A_live_queue_speaks_both_ways_over_its_web_socket()
    {
        await using var visitor = await browser.NewVisitorAsync();

        await visitor.Page.GotoAsync(browser.Demo.AddressOf("onlinehealth.localhost", "/queue").AbsoluteUri);

        await Assertions.Expect(visitor.Page.Locator("#queue-state")).ToHaveTextAsync("Врач знает, что вы идёте");
    }

    [Fact]
    public async Task A_stream_of_events_arrives_while_it_is_being_sent()
    {
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.Page.AddInitScriptAsync("""
            window.told = []
            new MutationObserver(() => {
              const text = document.getElementById('waiting')?.textContent
              if (text && text != told.at(-1)) told.push(text)
            }).observe(document, { childList: true, subtree: true, characterData: true })
            """);

        await visitor.Page.GotoAsync(browser.Demo.AddressOf("healthcity.localhost", "/kk/ward").AbsoluteUri);

        await visitor.Page.WaitForFunctionAsync("() => told.join().includes('7,6')");
    }

    [Fact]
    public async Task A_large_download_arrives_whole_and_under_its_name()
    {
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(browser.Demo.AddressOf("healthcity.localhost", "/services"));

        var download = await visitor.Page.RunAndWaitForDownloadAsync(
            () => visitor.Page.Locator("a[href='/files/study.dcm']").ClickAsync());

        Assert.Equal("МРТ колена.dcm", download.SuggestedFilename);
        Assert.Equal(StudyBytes, new FileInfo(await download.PathAsync()).Length);
    }

    [Fact]
    public async Task A_file_is_uploaded_to_a_patients_account()
    {
        await using var visitor = await browser.VisitorWhoAsync(Answer.Refused, "imttherapy.localhost", "/login");
        var register = new ClinicForm(visitor.Page, "/register");
        await register.FillInAsync();
        await register.SendAsync("/account");

        await visitor.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "снимок.txt",
            MimeType = "text/plain",
            Buffer = Encoding.UTF8.GetBytes(new string('я', 2 * 1024 * 1024)),
        });
        await new ClinicForm(visitor.Page, "/account/files").SendAsync("/account");

        // The page that follows has the address of the one before.
        var inbox = browser.Demo.SiteOf("imttherapy").Inbox;
        await Eventually.IsTrueAsync(() => inbox.Forms.Count > 0 && inbox.Forms[^1].Files.Count > 0, () => "No file has arrived.");
        var file = Assert.Single(inbox.Forms[^1].Files);
        Assert.Equal(("снимок.txt", 4L * 1024 * 1024), (file.Name, file.Length));
    }
}
