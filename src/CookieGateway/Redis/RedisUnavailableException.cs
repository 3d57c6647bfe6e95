namespace CookieGateway.Redis;

/// <summary>Redis did not do what was asked: not reachable, too slow, or it refuses for now. Nothing is known of the command's fate.</summary>
public sealed class RedisUnavailableException(string reason, Exception? inner = null) : Exception(reason, inner);
