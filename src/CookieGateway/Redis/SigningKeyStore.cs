using System.Text.Json;
using CookieGateway.Consent.Decisions;
using StackExchange.Redis;

namespace CookieGateway.Redis;

/// <summary>
/// The installation's signing keys. They come from the configuration, or are made once: kept in Redis, where the first one written is
/// the one that every gateway signs with, and in a file, so that a start without Redis has them.
/// </summary>
public sealed partial class SigningKeyStore
{
    private const string Ring = "cg:signing:keys";
    private const string Current = "cg:signing:current";

    private readonly string _file;
    private readonly bool _configured;
    private readonly ILogger<SigningKeyStore> _logger;
    private volatile SigningKeys _keys;

    private SigningKeyStore(string file, bool configured, SigningKeys keys, ILogger<SigningKeyStore> logger)
    {
        _file = file;
        _configured = configured;
        _keys = keys;
        _logger = logger;
    }

    /// <summary>Raised when a key came or another one signs.</summary>
    public event Action<SigningKeys>? Changed;

    /// <summary>The keys as they are known now.</summary>
    public SigningKeys Keys => _keys;

    /// <summary>Takes the configured keys (the first signs), or the file's, or makes a new one; asks nobody.</summary>
    public static SigningKeyStore Open(
        string dataDirectory, ReadOnlyMemory<byte>? configured, IEnumerable<ReadOnlyMemory<byte>> older, ILogger<SigningKeyStore> logger)
    {
        var file = Path.Combine(dataDirectory, "signing-keys.json");
        var filed = ReadFile(file);
        if (configured is { IsEmpty: false } secret)
        {
            // Keys of the time before there was a configured one still count, so that no visitor is asked again because of it.
            return new SigningKeyStore(
                file, true, new SigningKeys(SigningKey.Of(secret.Span), [.. older.Select(key => SigningKey.Of(key.Span)), .. filed]), logger);
        }

        var keys = new SigningKeys(filed.FirstOrDefault() ?? SigningKey.New(), filed);
        var store = new SigningKeyStore(file, false, keys, logger);
        store.WriteFile();
        return store;
    }

    /// <summary>Agrees with the other gateways through Redis. Generated keys only: configured ones are the configuration's business.</summary>
    public async Task AgreeAsync(RedisConnection redis, CancellationToken cancellation)
    {
        if (_configured)
        {
            return;
        }

        var own = _keys.Current;
        await redis.AskAsync(database => database.HashSetAsync(Ring, Name(own), own.Secret(), When.NotExists), cancellation);
        await redis.AskAsync(database => database.StringSetAsync(Current, Name(own), expiry: null, When.NotExists), cancellation);
        var ring = await redis.AskAsync(database => database.HashGetAllAsync(Ring), cancellation);
        var current = await redis.AskAsync(database => database.StringGetAsync(Current), cancellation);

        var all = ring.Select(entry => SigningKey.Of((byte[])entry.Value!)).Concat(_keys.All).ToArray();
        var signing = all.FirstOrDefault(key => Name(key) == (string?)current) ?? own;
        if (signing.Id == own.Id && all.All(key => _keys.Find(key.Id) is not null))
        {
            return;
        }

        _keys = new SigningKeys(signing, all);
        WriteFile();
        Agreed(_logger, _keys.All.Count);
        Changed?.Invoke(_keys);
    }

    private static string Name(SigningKey key) => key.Id.ToString("x8", System.Globalization.CultureInfo.InvariantCulture);

    private static SigningKey[] ReadFile(string file)
    {
        if (!File.Exists(file))
        {
            return [];
        }

        try
        {
            var secrets = JsonSerializer.Deserialize(File.ReadAllBytes(file), SigningKeyJson.Default.ByteArrayArray);
            return [.. (secrets ?? []).Select(secret => SigningKey.Of(secret))];
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException)
        {
            throw new InvalidDataException(
                $"The signing keys in \"{file}\" cannot be read: {failure.Message} Restore the file, or delete it to take the keys from Redis.", failure);
        }
    }

    // The one that signs comes first.
    private void WriteFile()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        byte[][] secrets = [_keys.Current.Secret(), .. _keys.All.Where(key => key.Id != _keys.Current.Id).Select(key => key.Secret())];
        OwnerOnlyFile.Write(_file, JsonSerializer.SerializeToUtf8Bytes(secrets, SigningKeyJson.Default.ByteArrayArray));
    }

    [LoggerMessage(LogLevel.Information, "Agreed with the other gateways on the signing keys; {Count} are accepted.")]
    private static partial void Agreed(ILogger logger, int count);
}
