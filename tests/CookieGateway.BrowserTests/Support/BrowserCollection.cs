namespace CookieGateway.BrowserTests.Support;

/// <summary>Tests that share one browser run one after the other; a browser each would ask for more than two cores have.</summary>
[CollectionDefinition(nameof(BrowserCollection))]
public sealed class BrowserCollection : ICollectionFixture<BrowserFixture>;
