using CookieGateway.Demo.Clinics;
using CookieGateway.Demo.Clinics.Pages;

namespace CookieGateway.BrowserTests.Support;

/// <summary>Every page of every clinic, read from the demo's own folders: a page that is added is tested from then on.</summary>
public static class ClinicPages
{
    /// <summary>Host and path.</summary>
    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var (host, path) in Clinic.All.SelectMany(Of))
            {
                all.Add(host, path);
            }

            return all;
        }
    }

    /// <summary>The clinics' ids.</summary>
    public static TheoryData<string> Clinics => [.. Clinic.All.Select(clinic => clinic.Id)];

    internal static IReadOnlyList<(string Host, string Path)> Of(string id) =>
        Of(Clinic.All.Single(clinic => clinic.Id == id));

    /// <summary>On an operator's further domains the front page stands for the others: they are the same files.</summary>
    private static IReadOnlyList<(string Host, string Path)> Of(Clinic clinic) =>
    [
        .. PageFolder.Read(Path.Combine(AppContext.BaseDirectory, "Clinics", clinic.Folder)).Open
            .Select(page => (page.Subdomain.Length == 0 ? clinic.Hosts[0] : $"{page.Subdomain}.{clinic.Hosts[0]}", page.Path))
            .Order(),
        .. clinic.Hosts.Skip(1).Select(host => (host, "/")),
    ];
}
