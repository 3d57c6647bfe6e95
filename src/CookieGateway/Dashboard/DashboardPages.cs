using System.Text.Encodings.Web;
using System.Text.Unicode;
using CookieGateway.Dashboard.Members;
using CookieGateway.Dashboard.Records;
using CookieGateway.Dashboard.SignIn;
using CookieGateway.Dashboard.Words;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.WebEncoders;

namespace CookieGateway.Dashboard;

/// <summary>The pages for people: who may see which, and in which order a request passes what guards them.</summary>
internal static class DashboardPages
{
    private const string Officers = "officers";
    private const string Administrators = "administrators";

    public static void AddDashboardPages(this IServiceCollection services)
    {
        services.AddSingleton<MemberStore>().AddSingleton<Membership>().AddSingleton<SignInThrottle>().AddSingleton<LookTrail>();
        services.AddSingleton<MemberSession>();
        services.AddHttpContextAccessor();
        services.AddScoped(provider => LanguageChoice.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext!.Request));

        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(MemberSession.Configure);
        services.AddAuthorizationBuilder()
            .AddPolicy(Officers, policy => policy.RequireAssertion(context => Viewer.Of(context.User) is { SeesRecords: true }))
            .AddPolicy(Administrators, policy => policy.RequireAssertion(context => Viewer.Of(context.User) is { SeesMembers: true }))
            .SetFallbackPolicy(new(
                [new Microsoft.AspNetCore.Authorization.Infrastructure.AssertionRequirement(context => Viewer.Of(context.User) is not null)],
                [CookieAuthenticationDefaults.AuthenticationScheme]));

        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "cg_form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });

        // Cyrillic stays readable in the source of a page; what could end an element or an attribute is still encoded.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddRouting();
        services.AddRazorPages(options =>
        {
            options.RootDirectory = "/Dashboard";
            options.Conventions.AllowAnonymousToFolder("/SignIn");
            options.Conventions.AllowAnonymousToFolder("/Trouble");
            options.Conventions.AuthorizeFolder("/Records", Officers);
            options.Conventions.AuthorizeFolder("/Members", Administrators);
        });
    }

    public static void UseDashboardPages(this WebApplication app)
    {
        app.Use(app.Services.GetRequiredService<DashboardHosts>().CheckAsync);
        app.Use(app.Services.GetRequiredService<DashboardAssets>().ServeAsync);

        // In a scope of its own: the failed one remembers that the session could not be checked, and would fail again.
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/trouble", CreateScopeForErrors = true });
        app.UseStatusCodePagesWithReExecute("/missing");
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapRazorPages();
    }
}
