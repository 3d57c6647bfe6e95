using System.Text;

namespace CookieGateway.Demo;

/// <summary>What the demo prints when it has started: what there is to open.</summary>
internal static class Welcome
{
    public static string To(DemoHost demo)
    {
        var text = new StringBuilder("\nFive clinics behind the gateway. Open:\n\n");
        foreach (var clinic in demo.Clinics)
        {
            foreach (var host in clinic.Site.Hosts)
            {
                text.Append("  ").Append(demo.AddressOf(host).AbsoluteUri.TrimEnd('/')).Append('\n');
            }
        }

        text.Append("\nThe dashboard: ").Append(demo.Gateway.DashboardAddress.AbsoluteUri.TrimEnd('/')).Append('\n');
        text.Append(demo.Member is { } member
            ? $"Sign in as {member.Name} with the password {member.Password}\n"
            : "Its members are kept from an earlier start; their passwords are not. Delete the data directory to begin anew.\n");
        return text.Append("\nCtrl-C stops everything. The data stays in ").Append(demo.DataDirectory).Append('.').ToString();
    }
}
