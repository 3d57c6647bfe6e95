namespace CookieGateway.BrowserTests.Support;

/// <summary>Tests of the five clinics behind the gateway, one after the other on one demo.</summary>
[CollectionDefinition(nameof(DemoCollection))]
public sealed class DemoCollection : ICollectionFixture<DemoBrowser>;
