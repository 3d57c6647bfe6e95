using System.Text;
using CookieGateway.Html.Urls;
using CookieGateway.Tests.Measuring;

namespace CookieGateway.Html.Tests.Urls;

public sealed class UrlReaderTests
{
    [Theory]
    [InlineData("https://mc.yandex.ru/metrika/tag.js", "Https mc.yandex.ru /metrika/tag.js")]
    [InlineData("HTTPS://MC.Yandex.RU/Tag.js", "Https mc.yandex.ru /Tag.js")]
    [InlineData("http://mc.yandex.ru", "Http mc.yandex.ru /")]
    [InlineData("//mc.yandex.ru/w?a=b#c", "Https mc.yandex.ru /w?a=b")]
    [InlineData("\\\\mc.yandex.ru\\w", "Https mc.yandex.ru /w")]
    [InlineData("/\\mc.yandex.ru/w", "Https mc.yandex.ru /w")]
    [InlineData("https:/\\mc.yandex.ru/w", "Https mc.yandex.ru /w")]
    [InlineData("https:\\\\mc.yandex.ru/w", "Https mc.yandex.ru /w")]
    [InlineData("https:////mc.yandex.ru/w", "Https mc.yandex.ru /w")]
    [InlineData("http:mc.yandex.ru/w", "Http mc.yandex.ru /w")]
    [InlineData("http:/mc.yandex.ru/w", "Http mc.yandex.ru /w")]
    [InlineData("https:w.js", "Https - /a/w.js")]
    [InlineData("https:/w.js", "Https - /w.js")]
    [InlineData("  \t\n https://x.kz/ \u0001 ", "Https x.kz /")]
    [InlineData("ht\ttps:/\n/mc.yan\rdex.ru/w", "Https mc.yandex.ru /w")]
    [InlineData("https://user:p@ss@x.kz:8443/w", "Https x.kz /w")]
    [InlineData("https://clinic.kz@x.kz/", "Https x.kz /")]
    [InlineData("https://x.kz\\@clinic.kz/", "Https x.kz /@clinic.kz/")]
    [InlineData("https://x.kz?a", "Https x.kz /?a")]
    [InlineData("https://x.kz#a", "Https x.kz /")]
    [InlineData("https://x.kz:443/", "Https x.kz /")]
    [InlineData("https://x.kz:/", "Https x.kz /")]
    [InlineData("https://x.kz:a/", "Invalid - ")]
    [InlineData("https://", "Invalid - ")]
    [InlineData("https://x y/", "Invalid - ")]
    [InlineData("https://x%00y/", "Invalid - ")]
    [InlineData("https://x.kz./w", "Https x.kz /w")]
    [InlineData("https://%6d%63.yandex.ru/w", "Https mc.yandex.ru /w")]
    [InlineData("https://mc%2Eyandex%2eru/w", "Https mc.yandex.ru /w")]
    [InlineData("https://mc.yandex%E3%80%82ru/w", "Https mc.yandex.ru /w")]
    [InlineData("https://ｍｃ.ｙａｎｄｅｘ.ru/w", "Https mc.yandex.ru /w")]
    [InlineData("https://mc。yandex。ru/w", "Https mc.yandex.ru /w")]
    [InlineData("https://пример.рф/w", "Https xn--e1afmkfd.xn--p1ai /w")]
    [InlineData("https://ПРИМЕР.РФ/w", "Https xn--e1afmkfd.xn--p1ai /w")]
    [InlineData("https://%D0%BF%D1%80%D0%B8%D0%BC%D0%B5%D1%80.%D1%80%D1%84/w", "Https xn--e1afmkfd.xn--p1ai /w")]
    [InlineData("https://2130706433/", "Https 127.0.0.1 /")]
    [InlineData("https://0x7f.1/", "Https 127.0.0.1 /")]
    [InlineData("https://0177.0.0.1/", "Https 127.0.0.1 /")]
    [InlineData("https://1.2.3.4.5/", "Invalid - ")]
    [InlineData("https://256.1.1.1/", "Invalid - ")]
    [InlineData("https://x.1/", "Invalid - ")]
    [InlineData("https://[::1]:80/w", "Https [::1] /w")]
    [InlineData("https://clinic.kz/w", "Https - /w")]
    [InlineData("https://CLINIC.KZ/w", "Https - /w")]
    [InlineData("w.js", "Https - /a/w.js")]
    [InlineData("./w.js", "Https - /a/w.js")]
    [InlineData("../w.js", "Https - /w.js")]
    [InlineData("../../w.js", "Https - /w.js")]
    [InlineData("/w.js", "Https - /w.js")]
    [InlineData("/a/./b/../c", "Https - /a/c")]
    [InlineData("/a/%2e%2E/c", "Https - /c")]
    [InlineData("/a/..", "Https - /")]
    [InlineData("\\w.js", "Https - /w.js")]
    [InlineData("?q", "Https - /a/b?q")]
    [InlineData("#f", "Https - /a/b?old")]
    [InlineData("", "Https - /a/b?old")]
    [InlineData("/%77atch.js?%69d=1%2F2", "Https - /watch.js?id=1%2F2")]
    [InlineData("data:text/html,<b>", "Data - text/html,<b>")]
    [InlineData("DATA:x", "Data - x")]
    [InlineData("java\nscript:alert(1)", "JavaScript - alert(1)")]
    [InlineData(" javascript:x", "JavaScript - x")]
    [InlineData("blob:https://x.kz/1", "Blob - https://x.kz/1")]
    [InlineData("about:blank", "About - blank")]
    [InlineData("wss://x.kz/s", "WebSocket x.kz /s")]
    [InlineData("mailto:a@x.kz", "Other - ")]
    [InlineData("tel:+7", "Other - ")]
    [InlineData("x.kz:80/w", "Other - ")]
    [InlineData("1x:w", "Https - /a/1x:w")]
    public void A_url_is_read_as_a_browser_reads_it(string url, string expected) => Assert.Equal(expected, Read(Page(), url));

    [Theory]
    [InlineData("https://cdn.kz/assets/", "w.js", "Https cdn.kz /assets/w.js")]
    [InlineData("https://cdn.kz/assets/", "/w.js", "Https cdn.kz /w.js")]
    [InlineData("https://cdn.kz", "w.js", "Https cdn.kz /w.js")]
    [InlineData("/sub/", "w.js", "Https - /sub/w.js")]
    [InlineData("//cdn.kz/a/b", "../w.js", "Https cdn.kz /w.js")]
    [InlineData("http://cdn.kz/", "//x.kz/", "Http x.kz /")]
    [InlineData("javascript:x", "w.js", "Https - /a/w.js")]
    [InlineData("data:,", "w.js", "Https - /a/w.js")]
    public void Relative_urls_follow_the_base_element(string href, string url, string expected)
    {
        var reader = Page();
        reader.UseBase(Encoding.UTF8.GetBytes(href));
        reader.UseBase("https://second.kz/"u8);

        Assert.Equal(expected, Read(reader, url));
    }

    [Fact]
    public void A_host_in_the_pages_own_encoding_is_read_in_it()
    {
        var windows1251 = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;
        var reader = Page();
        reader.PageEncoding = windows1251;

        var url = reader.Read(windows1251.GetBytes("https://пример.рф/"));

        Assert.Equal("xn--e1afmkfd.xn--p1ai", Encoding.ASCII.GetString(url.Host));
    }

    [Fact]
    public void Reading_ordinary_urls_allocates_nothing()
    {
        var reader = Page();
        _ = Read(reader, "https://x.kz/a/b?c");

        Assert.Equal(0, Allocation.Of(() =>
        {
            reader.Read("https://mc.Yandex.ru/metrika/../tag.js?id=1#x"u8);
            reader.Read("../img/a%20b.png"u8);
        }));
    }

    private static UrlReader Page()
    {
        var reader = new UrlReader();
        reader.Start(https: true, "clinic.kz"u8, "/a/b?old"u8);
        return reader;
    }

    private static string Read(UrlReader reader, string url)
    {
        var read = reader.Read(Encoding.UTF8.GetBytes(url));
        return $"{read.Kind} {(read.Host.IsEmpty ? "-" : Encoding.UTF8.GetString(read.Host))} {Encoding.UTF8.GetString(read.Target)}";
    }
}
