using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Encodings.Web;
using CookieGateway.Banner.Assets;
using CookieGateway.Banner.Texts;
using CookieGateway.Banner.Views;
using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Trackers;
using CookieGateway.Consent.Trackers.Matching;
using CookieGateway.Sites;

namespace CookieGateway.Banner;

/// <summary>All that one site says to its visitors by one of its banners, rendered once for each language and state.</summary>
internal sealed class SiteNotices(Site site, BannerSettings banner, AssetLibrary assets, IReadOnlyList<Tracker> recipients)
{
    // What is new to visitors differs by when they answered; few such sets are about at a time.
    private const int MostAgain = 64;

    private readonly ConcurrentDictionary<string, Notice> _notices = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Notice> _again = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Language, bool Asks, bool Granted), byte[]> _bodies = new();

    private readonly ConcurrentDictionary<((string Language, bool Asks, bool Granted) State, CspPermissions Csp), ReadOnlyMemory<byte>> _plainStarts = new();
    private readonly ByteMemory<PlaceholderFact> _placeholders = new(mostEntries: 512, mostBytes: 1 << 17);

    /// <summary>The trackers that these notices name; others make other notices.</summary>
    public IReadOnlyList<Tracker> Recipients => recipients;

    public Notice In(string language) =>
        _notices.GetOrAdd(site.LanguageFor(language), static (known, self) => Notice.Render(self.Face(known)), this);

    /// <summary>The first layer for somebody who has answered, and is asked for what has come since.</summary>
    public Notice Again(string language, VisitorConsent consent)
    {
        var known = site.LanguageFor(language);
        var (newcomers, earlier) = (consent.Newcomers, consent.Purposes);
        var key = $"{known} {earlier.Bits} {newcomers.Purposes.Bits} {string.Join(' ', newcomers.Asked.Select(RecipientPrints.NameOf))}";
        if (_again.Count >= MostAgain && !_again.ContainsKey(key))
        {
            _again.Clear();
        }

        return _again.GetOrAdd(key, _ => Notice.RenderAgain(Face(known), earlier, newcomers));
    }

    public NoticeFace Face(string language) => new(site, banner, site.LanguageFor(language), recipients);

    public byte[] GuardTag(VisitorConsent consent, string? nonce)
    {
        var trackers = string.Join(' ', consent.Decision?.Trackers ?? []);
        var strict = site.Enforcement == Enforcement.Strict ? " data-cg-strict" : "";
        var newcomers = consent.Newcomers.Held.Count == 0
            ? ""
            : $" data-cg-new=\"{HtmlEncoder.Default.Encode(NewcomerTable.Of(consent.Newcomers))}\"";
        return Ascii($"""
            <script id="cg-guard" src="{assets.PathOf(site, GuardScript.Name)}" data-cg-grants="{NewcomerTable.Grants(consent)}" data-cg-trackers="{trackers}"{newcomers}{strict}{Nonce(nonce)}></script>
            """);
    }

    public ReadOnlyMemory<byte> BodyStart(string language, VisitorConsent consent, string? nonce, CspPermissions csp)
    {
        if (consent.AsksAgain)
        {
            var (known, again) = (site.LanguageFor(language), Again(language, consent).Html);
            return Frame(Body(known, again, asks: true, granted: true), assets.AgainStyle(site), nonce, csp);
        }

        var granted = consent.Decision is { } decision && (!decision.Purposes.IsNecessaryOnly || decision.Trackers.Count > 0);
        var state = (site.LanguageFor(language), consent.MustAsk, granted);

        // A nonce is another one on every page; without it there are a few dozen beginnings of a body in all.
        return nonce is null
            ? _plainStarts.GetOrAdd((state, csp), static (start, self) => self.RenderStart(start.State, nonce: null, start.Csp), this)
            : RenderStart(state, nonce, csp);
    }

    private ReadOnlyMemory<byte> RenderStart((string Language, bool Asks, bool Granted) state, string? nonce, CspPermissions csp)
    {
        var body = _bodies.GetOrAdd(state, static (one, self) => self.RenderBody(one.Language, one.Asks, one.Granted), this);
        return Frame(body, "", nonce, csp);
    }

    private ReadOnlyMemory<byte> Frame(byte[] body, string moreStyle, string? nonce, CspPermissions csp)
    {
        var output = new ArrayBufferWriter<byte>(body.Length + 4096);
        if (csp.InlineStyles)
        {
            output.Write(Ascii($"<style{Nonce(nonce)}>{assets.Style(site)}{moreStyle}{Theme.Css(banner)}</style>"));
        }
        else if (csp.Stylesheets)
        {
            output.Write(Ascii($"""<link rel="stylesheet" href="{assets.PathOf(site, "banner.css")}"{Nonce(nonce)}>"""));
        }

        output.Write(body);
        if (csp.Scripts)
        {
            output.Write(Ascii($"""<script type="module" src="{assets.PathOf(site, "banner.js")}"{Nonce(nonce)}></script>"""));
        }

        return output.WrittenMemory;
    }

    public byte[] Placeholder(string language, Tracker? tracker, string host, string scheme, ReadOnlySpan<byte> address)
    {
        // A page's maps and videos are the same at every visit, and rendering one takes longer than the rest of the page.
        if (_placeholders.Find(address, 0) is { IsKnown: true, Fact: var known } && known.Language == language && ReferenceEquals(known.Tracker, tracker)
            && known.Host == host && known.Scheme == scheme)
        {
            return known.Markup;
        }

        var text = Encoding.UTF8.GetString(address).Trim();
        var markup = RenderPlaceholder(language, tracker, host, scheme.Length == 0 ? text : $"{scheme}:{text}");
        if (_placeholders.ComesAgain(address, 0))
        {
            _placeholders.Keep(address, 0, new PlaceholderFact(language, tracker, host, scheme, markup));
        }

        return markup;
    }

    private byte[] RenderPlaceholder(string language, Tracker? tracker, string host, string address)
    {
        var face = Face(language);
        var texts = face.Texts.Placeholder;
        var country = tracker is null ? null : Countries.Name(tracker.Country, face.Language);
        return AsciiHtml.Encode(AssetText.Branded(
            RazorText.Render<PlaceholderView>(
                (nameof(PlaceholderView.Face), face),
                (nameof(PlaceholderView.Name), tracker?.Name ?? host),
                (nameof(PlaceholderView.Text), country is null
                    ? Wording.Fill(texts.TextUnknown, face.Language, ("vendor", tracker?.Vendor ?? host))
                    : Wording.Fill(texts.Text, face.Language, ("vendor", tracker!.Vendor), ("country", country))),
                (nameof(PlaceholderView.Address), address),
                (nameof(PlaceholderView.Tracker), tracker?.Id)),
            site.Brand));
    }

    private byte[] RenderBody(string language, bool asks, bool granted) => Body(language, asks ? In(language).Html : "", asks, granted);

    private byte[] Body(string language, string banner, bool asks, bool granted)
    {
        var settings = RazorText.Render<SettingsView>(
            (nameof(SettingsView.Face), Face(language)),
            (nameof(SettingsView.Asking), asks),
            (nameof(SettingsView.Granted), granted));
        return AsciiHtml.Encode(AssetText.Branded(banner + settings, site.Brand));
    }

    private byte[] Ascii(string markup) => Encoding.ASCII.GetBytes(AssetText.Branded(markup, site.Brand));

    // A nonce is base64 (CSP3, nonce-source), so nothing in it needs escaping; what does is not one.
    private static string Nonce(string? nonce) =>
        nonce is not null && nonce.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '-' or '_' or '=') ? $" nonce=\"{nonce}\"" : "";

    private readonly record struct PlaceholderFact(string Language, Tracker? Tracker, string Host, string Scheme, byte[] Markup);
}
