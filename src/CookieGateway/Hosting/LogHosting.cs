namespace CookieGateway.Hosting;

/// <summary>Which of the frameworks' own lines reach an operator.</summary>
internal static class LogHosting
{
    /// <summary>
    /// Keeps the lines about each request out: they carry full addresses with their queries, and so whatever a visitor typed into a
    /// search field, or the id that an officer looked up.
    /// </summary>
    public static void KeepAddressesOutOfLogs(this WebApplicationBuilder builder) => builder.Logging
        .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
        .AddFilter("System.Net.Http", LogLevel.Warning)
        .AddFilter("Yarp", LogLevel.Warning);

    /// <summary>Warnings that come at every start and ask for nothing: what they warn of was chosen here.</summary>
    public static void SilenceWhatIsSettled(this WebApplicationBuilder builder) => builder.Logging
        // The embedded Redis logs where the gateway logs; that this overrules its own options is the intention.
        .AddFilter("ArgParser", LogLevel.Error)
        // The dashboard's sign-in keys lie unencrypted in a folder that only the gateway's account can read.
        .AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
}
