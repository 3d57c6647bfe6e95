using CookieGateway.BrowserTests.Support;

namespace CookieGateway.BrowserTests.RealPages;

/// <summary>A browser of their own, so that they run when the clinics' tests are over and one of two cores would have nothing to do.</summary>
[CollectionDefinition(nameof(RealPagesCollection))]
public sealed class RealPagesCollection : ICollectionFixture<BrowserFixture>;
