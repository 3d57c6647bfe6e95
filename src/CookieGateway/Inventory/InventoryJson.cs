using System.Text.Json.Serialization;

namespace CookieGateway.Inventory;

/// <summary>How the inventory is written in Redis.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(SeenCookie))]
[JsonSerializable(typeof(SeenThirdParty))]
internal sealed partial class InventoryJson : JsonSerializerContext;
