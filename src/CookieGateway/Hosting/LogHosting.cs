namespace CookieGateway.Hosting;

/// <summary>
/// Keeps the frameworks' own lines about each request out of the log: they carry full addresses with their queries, and so whatever a
/// visitor typed into a search field, or the id that an officer looked up.
/// </summary>
internal static class LogHosting
{
    public static void KeepAddressesOutOfLogs(this WebApplicationBuilder builder) => builder.Logging
        .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
        .AddFilter("System.Net.Http", LogLevel.Warning)
        .AddFilter("Yarp", LogLevel.Warning);
}
