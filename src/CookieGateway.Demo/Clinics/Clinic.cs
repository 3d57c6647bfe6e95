using CookieGateway.Demo.Clinics.ClickService;
using CookieGateway.Demo.Clinics.HealthCity;
using CookieGateway.Demo.Clinics.Hosting;
using CookieGateway.Demo.Clinics.ImtTherapy;
using CookieGateway.Demo.Clinics.KristallDent;
using CookieGateway.Demo.Clinics.OnlineHealth;

namespace CookieGateway.Demo.Clinics;

/// <summary>One of the five clinics: what its own web server answers, told apart from how that server is run.</summary>
/// <param name="Id">The site's id in sites.json.</param>
/// <param name="Folder">Where its pages and assets lie, under Clinics/.</param>
/// <param name="Hosts">The operator's domains; subdomains of them are named by the pages themselves.</param>
/// <param name="Open">Adds to the server what pages alone cannot do: forms, accounts, streams.</param>
internal sealed record Clinic(string Id, string Folder, IReadOnlyList<string> Hosts, Action<ClinicSite> Open)
{
    public static IReadOnlyList<Clinic> All { get; } =
    [
        KristallDentClinic.Clinic,
        OnlineHealthClinic.Clinic,
        HealthCityClinic.Clinic,
        ImtTherapyClinic.Clinic,
        ClickServiceClinic.Clinic,
    ];
}
