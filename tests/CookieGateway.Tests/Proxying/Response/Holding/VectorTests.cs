using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CookieGateway.Consent.Purposes;
using CookieGateway.Sites;
using CookieGateway.Tests.Support;

namespace CookieGateway.Tests.Proxying.Response.Holding;

/// <summary>
/// Every way by which markup makes a request or runs code, and the ways to spell an address. A parser of its own says what would still be live,
/// for a browser that runs scripts and for one that does not.
/// </summary>
public sealed class VectorTests
{
    private const string Snippet = "var s=document.createElement(&quot;script&quot;);s.src=&quot;//mc.yandex.ru/metrika/tag.js&quot;;document.head.append(s)";

    private static readonly string[] Addresses = ["/watch/1", "tag.js"];

    private static readonly Site Clinic = SomeSite.With(("Trackers:Unclassified", "report"));

    public static TheoryData<string> Vectors =>
    [
        """<script src="https://mc.yandex.ru/metrika/tag.js"></script>""",
        """<script type="module" src="https://mc.yandex.ru/metrika/tag.js"></script>""",
        """<script type="module">import 'https://mc.yandex.ru/metrika/tag.js'</script>""",
        """<script type="module">const ym = await import("https://mc.yandex.ru/metrika/tag.js")</script>""",
        """<script type="importmap">{"imports":{"ym":"https://mc.yandex.ru/metrika/tag.js"}}</script>""",
        """<script type="speculationrules">{"prerender":[{"urls":["https://mc.yandex.ru/watch/1"]}]}</script>""",
        """<script nomodule src="https://mc.yandex.ru/metrika/tag.js"></script>""",
        """<script type="text/partytown" src="https://mc.yandex.ru/metrika/tag.js"></script>""",
        """<svg><script href="https://mc.yandex.ru/metrika/tag.js"></script></svg>""",
        """<svg><script xlink:href="https://mc.yandex.ru/metrika/tag.js"/></svg>""",
        """<script src="data:text/javascript,new Image().src='https://mc.yandex.ru/watch/1'"></script>""",
        """<script src="data:text/javascript,new%20Image().src='https%3A%2F%2Fmc.yandex.ru/watch/1'"></script>""",
        """<img src="https://mc.yandex.ru/watch/1">""",
        """<image src="https://mc.yandex.ru/watch/1">""",
        """<img srcset="/a.png 1x, https://mc.yandex.ru/watch/1 2x">""",
        """<img src="/a.png" attributionsrc="https://mc.yandex.ru/watch/1">""",
        """<picture><source srcset="https://mc.yandex.ru/watch/1"><img src="/a.png"></picture>""",
        """<input type="image" src="https://mc.yandex.ru/watch/1">""",
        """<iframe src="https://mc.yandex.ru/watch/1"></iframe>""",
        """<iframe src="javascript:new Image().src='https://mc.yandex.ru/watch/1'"></iframe>""",
        """<iframe srcdoc="<img src=https://mc.yandex.ru/watch/1>"></iframe>""",
        """<iframe srcdoc="&lt;iframe srcdoc=&quot;&amp;lt;img src=https://mc.yandex.ru/watch/1&amp;gt;&quot;&gt;"></iframe>""",
        """<iframe src="data:text/html,<img src=https://mc.yandex.ru/watch/1>"></iframe>""",
        """<iframe src="data:text/html;base64,PHNjcmlwdCBzcmM9Imh0dHBzOi8vbWMueWFuZGV4LnJ1L21ldHJpa2EvdGFnLmpzIj48L3NjcmlwdD4=#tag.js"></iframe>""",
        """<object data="https://mc.yandex.ru/watch/1"></object>""",
        """<object><param name="movie" value="https://mc.yandex.ru/watch/1"></object>""",
        """<embed src="https://mc.yandex.ru/watch/1">""",
        """<applet code="https://mc.yandex.ru/watch/1"></applet>""",
        """<video src="https://mc.yandex.ru/watch/1"></video>""",
        """<video poster="https://mc.yandex.ru/watch/1"></video>""",
        """<video><source src="https://mc.yandex.ru/watch/1"><track src="https://mc.yandex.ru/watch/1"></video>""",
        """<audio src="https://mc.yandex.ru/watch/1"></audio>""",
        """<link rel="stylesheet" href="https://mc.yandex.ru/watch/1">""",
        """<link rel="alternate stylesheet" href="https://mc.yandex.ru/watch/1">""",
        """<link rel="preload" as="image" imagesrcset="https://mc.yandex.ru/watch/1 1x">""",
        """<link rel="preload" as="fetch" href="https://mc.yandex.ru/watch/1">""",
        """<link rel="modulepreload" href="https://mc.yandex.ru/metrika/tag.js">""",
        """<link rel="prefetch" href="https://mc.yandex.ru/watch/1">""",
        """<link rel="prerender" href="https://mc.yandex.ru/watch/1">""",
        """<link rel="PreConnect" href="https://mc.yandex.ru/watch/1">""",
        """<link rel="nofollow dns-prefetch" href="https://mc.yandex.ru/watch/1">""",
        """<link rel="icon" href="https://mc.yandex.ru/watch/1">""",
        """<link rel="apple-touch-icon-precomposed" href="https://mc.yandex.ru/watch/1">""",
        """<link rel="manifest" href="https://mc.yandex.ru/watch/1">""",
        """<svg><image href="https://mc.yandex.ru/watch/1"/></svg>""",
        """<svg><image xlink:href="https://mc.yandex.ru/watch/1"/></svg>""",
        """<svg><use href="https://mc.yandex.ru/watch/1#a"/></svg>""",
        """<svg><filter><feImage href="https://mc.yandex.ru/watch/1"/></filter></svg>""",
        """<svg><style>rect{fill:url(https://mc.yandex.ru/watch/1)}</style></svg>""",
        """<svg><rect fill="url(https://mc.yandex.ru/watch/1)"/></svg>""",
        """<style>a{background:url(https://mc.yandex.ru/watch/1)}</style>""",
        """<style>a{background:u\72l("https://mc.yandex.ru/watch/1")}</style>""",
        """<style>a{background:image-set("https://mc.yandex.ru/watch/1" 1x)}</style>""",
        """<style>@import url(https://mc.yandex.ru/watch/1);</style>""",
        """<style>@import 'https://mc.yandex.ru/watch/1' screen;</style>""",
        """<style>@font-face{font-family:a;src:url(https://mc.yandex.ru/watch/1)}</style>""",
        """<p style="background:url(&quot;https://mc.yandex.ru/watch/1&quot;)"></p>""",
        """<p style="background:URL( https://mc.yandex.ru/watch/1 )"></p>""",
        """<meta http-equiv="refresh" content="0;url=https://mc.yandex.ru/watch/1">""",
        """<meta http-equiv="Refresh" content="0; URL='https://mc.yandex.ru/watch/1'">""",
        """<a href="/a" ping="https://mc.yandex.ru/watch/1">a</a>""",
        """<map><area href="/a" ping="/b https://mc.yandex.ru/watch/1"></map>""",
        """<body background="https://mc.yandex.ru/watch/1">""",
        """<table><tr><td background="https://mc.yandex.ru/watch/1"></td></tr></table>""",
        $"""<body onload="{Snippet}">""",
        $"""<a href="/a" onclick="{Snippet}">a</a>""",
        $"""<svg onload="{Snippet}"></svg>""",
        """<amp-pixel src="https://mc.yandex.ru/watch/1"></amp-pixel>""",
        """<amp-analytics config="https://mc.yandex.ru/watch/1"></amp-analytics>""",
        """<amp-iframe src="https://mc.yandex.ru/watch/1"></amp-iframe>""",
        """<amp-img src="https://mc.yandex.ru/watch/1"></amp-img>""",
        """<noscript><img src="https://mc.yandex.ru/watch/1"></noscript>""",
        """<noscript><iframe src="https://mc.yandex.ru/watch/1"></iframe></noscript>""",
        """<noscript><link rel="stylesheet" href="https://mc.yandex.ru/watch/1"></noscript>""",
        """<noscript><style>a{background:url(https://mc.yandex.ru/watch/1)}</style></noscript>""",
        """<noscript><img data-lazy-src="https://mc.yandex.ru/watch/1"></noscript>""",
        """<img data-src="https://mc.yandex.ru/watch/1">""",
        """<img data-lazy="https://mc.yandex.ru/watch/1">""",
        """<img data-original="https://mc.yandex.ru/watch/1">""",
        """<div data-bg="url('https://mc.yandex.ru/watch/1')"></div>""",
        """<div data-background-image="https://mc.yandex.ru/watch/1"></div>""",
        """<iframe data-src="https://mc.yandex.ru/watch/1"></iframe>""",
        """<iframe data-lazy-src="https://mc.yandex.ru/watch/1"></iframe>""",
        """<video data-poster="https://mc.yandex.ru/watch/1"></video>""",
        """<script type="rocketlazyloadscript" data-rocket-src="https://mc.yandex.ru/metrika/tag.js"></script>""",
        """<script type="pmdelayedscript" src="https://mc.yandex.ru/metrika/tag.js"></script>""",
        """<script type="litespeed/javascript" data-src="https://mc.yandex.ru/metrika/tag.js"></script>""",
        """<script type="abcdef-text/javascript" src="https://mc.yandex.ru/metrika/tag.js"></script>""",
        """<template shadowrootmode="open"><img src="https://mc.yandex.ru/watch/1"></template>""",
        """<frameset><frame src="https://mc.yandex.ru/watch/1"></frameset>""",
    ];

    public static TheoryData<string> Spellings =>
    [
        "HTTPS://MC.YANDEX.RU/watch/1",
        "//mc.yandex.ru/watch/1",
        @"\\mc.yandex.ru\watch/1",
        "http:mc.yandex.ru/watch/1",
        "https:///mc.yandex.ru/watch/1",
        "  https://mc.yandex.ru/watch/1",
        "ht\ntps://mc.yan\tdex.ru/watch/1",
        "https://mc.yandex.ru:443/watch/1",
        "https://someone:secret@mc.yandex.ru/watch/1",
        "https://mc.yandex.ru./watch/1",
        "https://mc%2Eyandex.ru/watch/1",
        "https://%6dc.yandex.ru/watch/1",
        "&#104;ttps://mc&#46;yandex&period;ru/watch/1",
        "https:&sol;&sol;mc.yandex.ru/watch/1",
        "https://ｍｃ.yandex.ru/watch/1",
        "https://mc。yandex.ru/watch/1",
    ];

    [Theory, MemberData(nameof(Vectors))]
    public void Nothing_live_is_left_of(string html)
    {
        var rewritten = SomePage.Rewrite(SomePage.Of(Clinic, isTop: html.StartsWith("<body", StringComparison.Ordinal)), html);

        Assert.Empty(LiveIn(rewritten, scripting: true).Concat(LiveIn(rewritten, scripting: false)));
    }

    [Theory, MemberData(nameof(Vectors))]
    public void Where_all_is_granted_nothing_is_touched(string html) =>
        Assert.Equal(html, SomePage.Rewrite(SomePage.Of(Clinic, SomePage.Granting(Purpose.Preferences, Purpose.Analytics, Purpose.Marketing)), html));

    [Theory, MemberData(nameof(Spellings))]
    public void An_address_is_known_however_it_is_spelled(string address) =>
        Assert.Empty(LiveIn(SomePage.Rewrite(SomePage.Of(Clinic), $"<img src=\"{address}\">"), scripting: true));

    private static IEnumerable<string> LiveIn(string html, bool scripting) => All(new HtmlParser(new HtmlParserOptions { IsScripting = scripting }).ParseDocument(html))
        .SelectMany(element => element.Attributes
            .Where(attribute => !attribute.Name.StartsWith("data-cg-", StringComparison.Ordinal))
            .SelectMany(attribute => attribute.Name == "srcdoc" ? LiveIn(attribute.Value, scripting) : [$"{element.LocalName}[{attribute.Name}={attribute.Value}]"])
            .Append(IsInert(element) ? "" : $"{element.LocalName}: {element.TextContent}"))
        .Where(text => Addresses.Any(address => text.Contains(address, StringComparison.Ordinal)));

    private static IEnumerable<IElement> All(INode root) => root.Descendants<IElement>().SelectMany(element =>
        element is AngleSharp.Html.Dom.IHtmlTemplateElement template ? [element, .. All(template.Content)] : (IEnumerable<IElement>)[element]);

    // Text counts where it is code or a style sheet; for a browser that runs scripts, noscript is text and nothing else.
    private static bool IsInert(IElement element) =>
        element.LocalName is not ("script" or "style") || element.GetAttribute("type") == "text/plain";
}
