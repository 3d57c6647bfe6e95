namespace CookieGateway.Proxying.Failures;

/// <summary>What went wrong, and what a visitor can do.</summary>
internal readonly record struct ErrorText(string Title, string Advice);
