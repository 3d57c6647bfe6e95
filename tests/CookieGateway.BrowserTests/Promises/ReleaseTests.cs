using CookieGateway.BrowserTests.Support;

namespace CookieGateway.BrowserTests.Promises;

/// <summary>After a grant the trackers do their work: in place, without a reload, once each.</summary>
[Collection(nameof(DemoCollection))]
public sealed class ReleaseTests(DemoBrowser browser)
{
    /// <summary>What the layouts carry: these have to come on every page of the clinic.</summary>
    private static readonly (string Clinic, string Host, string Path)[] s_everywhere =
    [
        ("kristall-dent", "mc.yandex.ru", "/metrika/tag.js"),
        ("kristall-dent", "mc.yandex.ru", "/watch/999000101"),
        ("kristall-dent", "mod.calltouch.ru", "/init-min.js"),
        ("kristall-dent", "counter.yadro.ru", "/hit"),
        ("kristall-dent", "c.zero.kz", "/z.js"),
        ("kristall-dent", "code.jivo.ru", "/widget/demo000101"),
        ("onlinehealth", "www.googletagmanager.com", "/gtm.js"),
        ("onlinehealth", "www.googletagmanager.com", "/gtag/js"),
        ("onlinehealth", "connect.facebook.net", "/en_US/fbevents.js"),
        ("onlinehealth", "www.facebook.com", "/tr/"),
        ("onlinehealth", "mc.yandex.ru", "/watch/999000102"),
        ("healthcity", "mc.yandex.ru", "/watch/999000103"),
        ("healthcity", "top-fwz1.mail.ru", "/js/code.js"),
        ("healthcity", "vk.com", "/js/api/openapi.js"),
        ("healthcity", "vk.com", "/rtrg"),
        ("healthcity", "cdn-ru.bitrix24.kz", "/b9990103/crm/site_button/loader_1_demo01.js"),
        ("imttherapy", "mc.yandex.ru", "/metrika/tag.js"),
        ("imttherapy", "mc.yandex.ru", "/watch/999000104"),
        ("imttherapy", "connect.facebook.net", "/en_US/fbevents.js"),
        ("imttherapy", "vk.com", "/js/api/openapi.js"),
        ("imttherapy", "top-fwz1.mail.ru", "/js/code.js"),
        ("clickservice", "www.googletagmanager.com", "/gtm.js"),
        ("clickservice", "connect.facebook.net", "/en_US/fbevents.js"),
        ("clickservice", "mc.yandex.ru", "/watch/999000105"),
    ];

    [Theory]
    [MemberData(nameof(ClinicPages.All), MemberType = typeof(ClinicPages))]
    public async Task After_accepting_trackers_load_in_place_and_once_each(string host, string path)
    {
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(browser.Demo.AddressOf(host, path));
        await visitor.Page.EvaluateAsync("window.stillTheSamePage = true");

        await visitor.Banner.AcceptAllAsync();
        foreach (var (_, tracker, target) in ExpectedAt(host))
        {
            await visitor.ShouldRequestAsync(request => request.Host == tracker && request.Path == target, tracker + target);
        }

        await visitor.RestAsync();
        Assert.True(await visitor.Page.EvaluateAsync<bool>("window.stillTheSamePage === true"), "The page was loaded anew.");
        ShouldBeOnceEach(visitor);
    }

    [Theory]
    [MemberData(nameof(ClinicPages.Clinics), MemberType = typeof(ClinicPages))]
    public async Task Who_has_accepted_gets_the_next_page_as_the_clinic_wrote_it(string clinic)
    {
        var (host, path) = ClinicPages.Of(clinic)[0];
        await using var visitor = await browser.VisitorWhoAsync(Answer.Accepted, host, path);
        var before = visitor.ForeignRequests.Count;

        await visitor.OpenAsync(browser.Demo.AddressOf(host, path));

        Assert.All(ExpectedAt(host), expected => Assert.Contains(
            visitor.ForeignRequests.Skip(before), request => (request.Host, request.Path) == (expected.Host, expected.Path)));
        Assert.Equal(0, await visitor.Page.Locator("script[data-cg-purpose]").CountAsync());
    }

    [Fact]
    public async Task An_application_that_inserts_trackers_itself_may_do_so_only_after_a_grant()
    {
        await using var visitor = await browser.VisitorWhoAsync(Answer.Refused, "onlinehealth.localhost", "/app");
        foreach (var view in (string[])["/app/visits", "/app/results", "/app/advice", "/app", "/app/visits"])
        {
            await visitor.Page.Locator($"[data-view][href='{view}']").ClickAsync();
            await visitor.RestAsync();
        }

        Assert.Empty(visitor.ForeignRequests);
        visitor.ShouldHaveNoScriptErrors();
    }

    [Theory]
    [InlineData("/app/visits", "static.hotjar.com")]
    [InlineData("/app/results", "vk.com")]
    [InlineData("/app/advice", "www.youtube.com")]
    public async Task What_an_application_inserts_after_a_grant_loads(string view, string tracker)
    {
        await using var visitor = await browser.VisitorWhoAsync(Answer.Accepted, "onlinehealth.localhost", "/app");

        await visitor.Page.Locator($"[data-view][href='{view}']").ClickAsync();

        await visitor.ShouldRequestAsync(request => request.Host == tracker, tracker);
    }

    private static IEnumerable<(string Clinic, string Host, string Path)> ExpectedAt(string host) =>
        s_everywhere.Where(expected => host.Contains(expected.Clinic, StringComparison.Ordinal));

    /// <summary>A library run twice counts every visit twice; so does a hit that is sent twice.</summary>
    private static void ShouldBeOnceEach(Visitor visitor)
    {
        var twice = visitor.ForeignRequests
            .Where(request => request.Method != "OPTIONS" && !request.Target.Contains("goal", StringComparison.Ordinal))
            .GroupBy(request => request.Kind == "script" || request.Host == "counter.yadro.ru"
                ? (request.Host, request.Path)
                : (request.Host, request.Target))
            .Where(group => group.Count() > 1)
            .Select(group => $"{group.Key}: {group.Count()} times");
        Assert.Empty(twice);
    }
}
