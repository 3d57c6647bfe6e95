using CookieGateway.Consent.Purposes;

namespace CookieGateway.Consent.Trackers;

/// <summary>One line of what the guard in the browser knows, so that its verdicts equal the server's.</summary>
/// <param name="Pattern">
/// A host with its subdomains, followed by the beginning of a path where the rule is limited to one (as in <see cref="RequestPattern"/>);
/// or an address on any host, which then begins with a slash (as in <see cref="Tracker.Paths"/>).
/// </param>
/// <param name="Kinds">The kinds of request it is limited to.</param>
/// <param name="Purpose">What must be granted; Necessary = never held, whatever a less specific rule says.</param>
/// <param name="Tracker">The tracker's id, which an embed may be granted by; null where only the purpose counts.</param>
public readonly record struct GuardRule(string Pattern, RequestKinds Kinds, Purpose Purpose, string? Tracker);
