using CookieGateway.Banner;
using CookieGateway.ConsentApi.Pages;

namespace CookieGateway.ConsentApi;

/// <summary>What a site tells its visitors, as pages: preferences, policies, declaration.</summary>
public sealed class NoticePages(SeenTrackers seen, UnknownHosts unknown, TimeProvider time)
{
    public Task PreferencesAsync(OwnVisit visit) => visit.PageAsync(
        visit.Texts.Preferences.Title,
        RazorText.Render<PreferencesPage>(
            (nameof(PreferencesPage.Visit), visit),
            (nameof(PreferencesPage.Recipients), seen(visit.Site))));

    public Task DeclarationAsync(OwnVisit visit) => visit.PageAsync(
        visit.Texts.Declaration.Title,
        RazorText.Render<DeclarationPage>(
            (nameof(DeclarationPage.Visit), visit),
            (nameof(DeclarationPage.Recipients), seen(visit.Site)),
            (nameof(DeclarationPage.UnknownHosts), unknown(visit.Site))));

    public Task PoliciesAsync(OwnVisit visit) => visit.PageAsync(
        visit.Texts.Policies.Title,
        RazorText.Render<PoliciesPage>(
            (nameof(PoliciesPage.Visit), visit),
            (nameof(PoliciesPage.Now), time.GetUtcNow())));

    public Task PolicyAsync(OwnVisit visit, string version) =>
        visit.Site.Policy.Versions.FirstOrDefault(one => one.Version == version) is { } found
            ? visit.PageAsync(
                $"{visit.Texts.Banner.Policy} {found.Version}",
                RazorText.Render<PolicyPage>((nameof(PolicyPage.Visit), visit), (nameof(PolicyPage.Version), found)))
            : visit.FailAsync(OwnFailure.NotFound);
}
