using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CookieGateway.Consent.Decisions;

/// <summary>A secret of the installation. It is never used as it is: each use gets a key of its own, derived by name (RFC 5869).</summary>
public sealed class SigningKey
{
    /// <summary>Shorter secrets are refused: below 112 bits a key no longer counts as one (NIST SP 800-131A).</summary>
    public const int MinimumBytes = 16;

    private const int DerivedBytes = 32;
    private readonly byte[] _secret;

    private SigningKey(byte[] secret)
    {
        _secret = secret;
        Id = BinaryPrimitives.ReadUInt32BigEndian(Derive("key-id"));
    }

    /// <summary>Names the key inside what it signed, so that a reader with several keys tries only one.</summary>
    public uint Id { get; }

    /// <summary>A new key of 256 random bits.</summary>
    public static SigningKey New() => new(RandomNumberGenerator.GetBytes(DerivedBytes));

    /// <summary>The key of a secret that is kept elsewhere.</summary>
    public static SigningKey Of(ReadOnlySpan<byte> secret) => secret.Length >= MinimumBytes
        ? new SigningKey(secret.ToArray())
        : throw new ArgumentException(
            $"The signing key has {secret.Length} bytes. It must have at least {MinimumBytes}; 32 random ones are best.", nameof(secret));

    /// <summary>The key for one use; the same name always gives the same 32 bytes.</summary>
    public byte[] Derive(string use) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _secret, DerivedBytes, info: Encoding.UTF8.GetBytes("cookie-gateway/" + use));

    /// <summary>The secret itself, for the one place that stores it.</summary>
    public byte[] Secret() => [.. _secret];

    /// <summary>Only the id: a key must not reach a log by accident.</summary>
    public override string ToString() => $"key {Id:x8}";
}
