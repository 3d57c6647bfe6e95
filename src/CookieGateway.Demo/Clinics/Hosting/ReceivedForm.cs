namespace CookieGateway.Demo.Clinics.Hosting;

/// <summary>A form as it reached a clinic; its number is what the visitor is told.</summary>
internal sealed record ReceivedForm(
    int Number, string Path, IReadOnlyDictionary<string, string> Fields, IReadOnlyList<ReceivedFile> Files);
