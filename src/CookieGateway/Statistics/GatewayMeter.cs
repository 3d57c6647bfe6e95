using System.Diagnostics.Metrics;

namespace CookieGateway.Statistics;

/// <summary>The gateway's own instruments (System.Diagnostics.Metrics): what <c>/metrics</c> shows and any OpenTelemetry listener hears.</summary>
public sealed class GatewayMeter : IDisposable
{
    public const string Name = "CookieGateway";

    private readonly Counter<long> _pages;
    private readonly Counter<long> _heldTags;
    private readonly Counter<long> _heldCookies;
    private readonly Counter<long> _failures;
    private readonly Counter<long> _decisions;

    public GatewayMeter()
    {
        _pages = Meter.CreateCounter<long>("cookiegateway.pages", description: "Pages served, by state of consent.");
        _heldTags = Meter.CreateCounter<long>("cookiegateway.held_tags", description: "Tags held back on pages.");
        _heldCookies = Meter.CreateCounter<long>("cookiegateway.held_cookies", description: "Tracking cookies kept from browsers and origins.");
        _failures = Meter.CreateCounter<long>("cookiegateway.failures", description: "Requests that did not end well, by whose fault it was.");
        _decisions = Meter.CreateCounter<long>("cookiegateway.decisions", description: "Consent decisions, by kind.");
    }

    /// <summary>Other folders may add instruments of their own to it.</summary>
    public Meter Meter { get; } = new(Name);

    public void Dispose() => Meter.Dispose();

    internal void Served(string site, VisitOutcome outcome)
    {
        var siteTag = Tag("site", site);
        _pages.Add(1, siteTag, Tag("state", outcome.Robot ? "robot" : CountFields.Word(outcome.State)));
        _heldTags.Add(outcome.HeldTags, siteTag);
        _heldCookies.Add(outcome.HeldCookies, siteTag);
    }

    internal void Failed(string site, VisitFailure failure) =>
        _failures.Add(1, Tag("site", site), Tag("fault", failure switch
        {
            VisitFailure.Origin => "origin",
            VisitFailure.Visitor => "visitor",
            _ => "gateway",
        }));

    internal void Decided(string site, AnswerKind answer) =>
        _decisions.Add(1, Tag("site", site), Tag("answer", CountFields.Answers(answer)["answers:".Length..]));

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
