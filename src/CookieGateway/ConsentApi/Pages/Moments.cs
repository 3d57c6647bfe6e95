using System.Globalization;

namespace CookieGateway.ConsentApi.Pages;

/// <summary>Times as every reader reads them alike: year first, in UTC.</summary>
internal static class Moments
{
    public static string Text(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
