using CookieGateway.Sites;

namespace CookieGateway.ConsentApi;

/// <summary>The other hosts that a site was seen to load and that nobody has classified, in alphabetical order.</summary>
public delegate IReadOnlyList<string> UnknownHosts(Site site);
