using CookieGateway.Consent.Trackers;

namespace CookieGateway.Cookies;

/// <summary>A cookie's name, and what was found about it.</summary>
/// <param name="Name">Case counts in a cookie's name.</param>
/// <param name="Verdict">What is known of it.</param>
/// <param name="Held">It may not pass for this visitor.</param>
public readonly record struct JudgedCookie(string Name, Verdict Verdict, bool Held);
