using System.Text.Json.Serialization;

namespace CookieGateway.Redis;

/// <summary>The JSON of the key file: an array of secrets in base64.</summary>
[JsonSerializable(typeof(byte[][]))]
internal sealed partial class SigningKeyJson : JsonSerializerContext;
