namespace CookieGateway.Commands;

/// <summary>What the program's commands return.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    // sysexits.h: EX_UNAVAILABLE.
    public const int Unavailable = 69;

    // sysexits.h: EX_CONFIG.
    public const int Misconfigured = 78;
}
