namespace CookieGateway.Audit;

/// <summary>A page could not be had; the message is the reason, in a sentence.</summary>
internal sealed class PageUnavailableException(string reason) : Exception(reason);
