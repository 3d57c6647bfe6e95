using CookieGateway.Ledger;
using CookieGateway.Sites;

namespace CookieGateway.Hosting;

/// <summary>Wires Redis, the keys and the ledger.</summary>
internal static class LedgerHosting
{
    public static void AddLedger(this WebApplicationBuilder builder, GatewaySettings settings) =>
        builder.Services.AddLedger(LedgerSettings.Of(settings));
}
