namespace CookieGateway.Demo.Clinics.Hosting;

/// <summary>An uploaded file as it reached a clinic. Its bytes are not kept.</summary>
internal sealed record ReceivedFile(string Name, long Length);
