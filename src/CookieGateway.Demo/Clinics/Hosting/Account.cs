namespace CookieGateway.Demo.Clinics.Hosting;

/// <summary>A patient or customer who has registered with a clinic.</summary>
internal sealed record Account(string Email, string Name, string PasswordHash);
