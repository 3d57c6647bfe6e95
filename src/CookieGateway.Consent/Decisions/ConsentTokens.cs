using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace CookieGateway.Consent.Decisions;

/// <summary>
/// Writes decisions into signed text for the consent cookie, and reads them back. Whatever cannot be read (damaged, forged, another
/// site's, of an unknown key or version) is simply not there: nobody has decided. Safe for use by many threads.
/// </summary>
/// <remarks>
/// The text is base64url of: version, key id, the decision (<see cref="TokenPayload"/>), HMAC-SHA-256 over scope and all of that.
/// About 180 characters, and four more for each recipient that the notice named.
/// </remarks>
public sealed class ConsentTokens
{
    /// <summary>Longer input is not looked at; the longest token that is written has fewer characters.</summary>
    public const int MaxLength = 1536;

    private const byte Version = 1;
    private const int HeadBytes = 1 + sizeof(uint);
    private const int MacBytes = 32;
    private const int MaxBytes = MaxLength / 4 * 3;

    private volatile Ring _ring;

    /// <summary>Signs and reads with these keys until <see cref="UseKeys"/> swaps them.</summary>
    public ConsentTokens(SigningKeys keys) => _ring = new Ring(keys);

    /// <summary>Swaps the key ring: a rotation, or keys that another replica has made.</summary>
    public void UseKeys(SigningKeys keys) => _ring = new Ring(keys);

    /// <summary>
    /// The cookie's value. The scope is the site (or the cookie domain) the decision was taken for; it is not in the text, but the
    /// text cannot be read under another one.
    /// </summary>
    public string Sign(string scope, ConsentDecision decision)
    {
        var (keyId, macKey) = _ring.Current;
        Span<byte> token = stackalloc byte[MaxBytes];
        token[0] = Version;
        BinaryPrimitives.WriteUInt32BigEndian(token[1..], keyId);
        var length = HeadBytes + TokenPayload.Write(decision, token[HeadBytes..^MacBytes]);
        Mac(macKey, scope, token[..length], token[length..]);
        return Base64Url.EncodeToString(token[..(length + MacBytes)]);
    }

    /// <summary>
    /// Vouches for any text, for a reader who has the key of this use (<see cref="SigningKey.Derive"/>): base64url of HMAC-SHA-256 over the
    /// text's UTF-8 bytes, under the key that signs now.
    /// </summary>
    public string Vouch(string use, string text)
    {
        Span<byte> mac = stackalloc byte[MacBytes];
        HMACSHA256.HashData(_ring.KeyFor(use), Encoding.UTF8.GetBytes(text), mac);
        return Base64Url.EncodeToString(mac);
    }

    /// <summary>The decision in a cookie's value; false for anything that <see cref="Sign"/> did not write for this scope.</summary>
    public bool TryRead(string scope, string? token, [NotNullWhen(true)] out ConsentDecision? decision)
    {
        decision = null;
        Span<byte> bytes = stackalloc byte[MaxBytes];
        if (token is null || token.Length > MaxLength || !Base64Url.IsValid(token)
            || !Base64Url.TryDecodeFromChars(token, bytes, out var written)
            || written <= HeadBytes + MacBytes || bytes[0] != Version)
        {
            return false;
        }

        var signed = bytes[..(written - MacBytes)];
        var keyId = BinaryPrimitives.ReadUInt32BigEndian(bytes[1..]);
        Span<byte> mac = stackalloc byte[MacBytes];
        if (_ring.Find(keyId) is not { } macKey)
        {
            return false;
        }

        Mac(macKey, scope, signed, mac);
        return CryptographicOperations.FixedTimeEquals(mac, bytes[signed.Length..written])
            && IsCanonical(token, bytes[..written])
            && TokenPayload.TryRead(signed[HeadBytes..], out decision);
    }

    // base64url's last character has bits that carry nothing; one decision must have one spelling only.
    private static bool IsCanonical(string token, ReadOnlySpan<byte> bytes)
    {
        Span<char> text = stackalloc char[MaxLength];
        return Base64Url.TryEncodeToChars(bytes, text, out var length) && text[..length].SequenceEqual(token);
    }

    private static void Mac(byte[] key, string scope, ReadOnlySpan<byte> signed, Span<byte> mac)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        // The scope's length goes first, so that no scope and token can be cut at another place into the same bytes.
        hmac.AppendData(BitConverter.GetBytes(scope.Length));
        hmac.AppendData(Encoding.Unicode.GetBytes(scope));
        hmac.AppendData(signed);
        hmac.GetHashAndReset(mac);
    }

    private sealed class Ring(SigningKeys keys)
    {
        private readonly ConcurrentDictionary<string, byte[]> _usedKeys = new(StringComparer.Ordinal);
        private readonly Dictionary<uint, byte[]> _macKeys = keys.All.ToDictionary(key => key.Id, key => key.Derive("consent-token"));

        public (uint Id, byte[] MacKey) Current => (keys.Current.Id, _macKeys[keys.Current.Id]);

        public byte[] KeyFor(string use) => _usedKeys.GetOrAdd(use, keys.Current.Derive);

        public byte[]? Find(uint id) => _macKeys.GetValueOrDefault(id);
    }
}
