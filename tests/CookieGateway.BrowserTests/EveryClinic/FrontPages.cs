using CookieGateway.Demo.Clinics;

namespace CookieGateway.BrowserTests.EveryClinic;

/// <summary>The page by which a visitor comes to each clinic, in every language that one of them has.</summary>
internal static class FrontPages
{
    /// <summary>Host, path and language.</summary>
    public static TheoryData<string, string, string> InEveryLanguage
    {
        get
        {
            var pages = new TheoryData<string, string, string>();
            foreach (var clinic in Clinic.All)
            {
                pages.Add(clinic.Hosts[0], "/", "ru");
            }

            pages.Add("healthcity.localhost", "/kk", "kk");
            pages.Add("healthcity.localhost", "/en", "en");
            return pages;
        }
    }

    /// <summary>Host, and the path of a second page there.</summary>
    public static TheoryData<string, string> WithASecond => new()
    {
        { "kristall-dent.localhost", "/prices" },
        { "onlinehealth.localhost", "/doctors" },
        { "healthcity.localhost", "/services" },
        { "imttherapy.localhost", "/method" },
        { "clickservice.localhost", "/about" },
    };
}
