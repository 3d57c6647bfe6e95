using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace CookieGateway.Demo.Clinics.Hosting;

/// <summary>A clinic's accounts and who is signed in. The session cookie is the clinic's own and strictly necessary.</summary>
internal sealed class Accounts
{
    private readonly PasswordHasher<string> _hasher = new();
    private readonly ConcurrentDictionary<string, Account> _byEmail = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, Account> _bySession = new();

    /// <summary>Each clinic names it as its software does.</summary>
    public string SessionCookie { get; set; } = "session";

    public Account? Of(HttpRequest request) =>
        request.Cookies[SessionCookie] is { } session ? _bySession.GetValueOrDefault(session) : null;

    /// <summary>False when the address is taken or something is missing.</summary>
    public bool Register(string email, string name, string password) =>
        email.Contains('@', StringComparison.Ordinal) && name.Length > 0 && password.Length > 0
        && _byEmail.TryAdd(email, new Account(email, name, _hasher.HashPassword(email, password)));

    public bool SignIn(HttpResponse response, string email, string password)
    {
        if (!_byEmail.TryGetValue(email, out var account)
            || _hasher.VerifyHashedPassword(email, account.PasswordHash, password) == PasswordVerificationResult.Failed)
        {
            return false;
        }

        Begin(response, account);
        return true;
    }

    /// <summary>For one whom somebody else has already recognised, as a social network does.</summary>
    public void SignInAs(HttpResponse response, string email, string name) =>
        Begin(response, _byEmail.GetOrAdd(email, new Account(email, name, PasswordHash: "")));

    public void SignOut(HttpContext http)
    {
        if (http.Request.Cookies[SessionCookie] is { } session)
        {
            _bySession.TryRemove(session, out _);
        }

        http.Response.Cookies.Delete(SessionCookie);
    }

    private void Begin(HttpResponse response, Account account)
    {
        var session = RandomNumberGenerator.GetHexString(32, lowercase: true);
        _bySession[session] = account;
        response.Cookies.Append(SessionCookie, session, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax });
    }
}
