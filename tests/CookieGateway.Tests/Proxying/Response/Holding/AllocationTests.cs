using System.Buffers;
using System.Text;
using CookieGateway.Proxying.Response;
using CookieGateway.Proxying.Response.Holding;
using CookieGateway.Sites;
using CookieGateway.Tests.Measuring;
using CookieGateway.Tests.Support;

namespace CookieGateway.Tests.Proxying.Response.Holding;

/// <summary>A page in steady state costs the garbage collector nothing, whatever is held on it and put into it.</summary>
public sealed class AllocationTests
{
    private static readonly Site Site = SomeSite.With(("Languages:0", "ru"), ("Languages:1", "kk"));

    public static TheoryData<string> Names => GoldenPages.Names;

    [Theory, MemberData(nameof(Names))]
    public void A_page_that_has_been_seen_before_allocates_nothing(string name) => Assert.Equal(0, AllocatedBy(GoldenPages.Input(name)));

    [Theory]
    [InlineData("<iframe src='https://www.youtube.com/embed/1' width=640 height=360 class=video style='border:0'></iframe>")]
    [InlineData("<iframe src='//yandex.ru/map-widget/v1/?um=1'></iframe>")]
    [InlineData("<iframe srcdoc='&lt;p&gt;текст&lt;script src=https://mc.yandex.ru/metrika/tag.js&gt;&lt;/script&gt;'></iframe>")]
    [InlineData("<style>.a{content:'текст';background:url(https://mc.yandex.ru/watch/1)}</style>")]
    [InlineData("<p style='background:url(https://mc.yandex.ru/watch/1)'>a</p>")]
    [InlineData("<script>var s = document.createElement('script'); s.src = 'https://mc.yandex.ru/metrika/tag.js'; document.head.append(s)</script>")]
    [InlineData("<script>function load(u) { var s = document.createElement('script'); s.src = u; document.head.append(s) } load('//mc.yandex.ru/metrika/tag.js'); load('//static.criteo.net/js/ld/ld.js'); load('//s.adroll.com/j/roundtrip.js')</script>")]
    [InlineData("<script src='data:text/javascript;base64,bmV3IEltYWdlKCkuc3JjPSdodHRwczovL21jLnlhbmRleC5ydS93YXRjaC8xJw=='></script>")]
    [InlineData("<a onclick=\"new Image().src='https://mc.yandex.ru/watch/1'\" ping='https://mc.yandex.ru/watch/1'>b</a>")]
    [InlineData("<img srcset='https://mc.yandex.ru/a.png 1x, /b.png 2x' src=https://mc.yandex.ru/watch/1 data-src=https://mc.yandex.ru/watch/2>")]
    public void What_is_held_allocates_nothing_either(string html) =>
        Assert.Equal(0, AllocatedBy(Encoding.UTF8.GetBytes($"<!doctype html><html lang=kk><head><title>a</title></head><body>{html}</body></html>")));

    private static long AllocatedBy(byte[] page)
    {
        var context = SomePage.Of(Site, isTop: true);
        var output = new Nowhere();
        Assert.NotEqual(page.Length, Rewrite(context, page, output));
        for (var visit = 0; visit < 5; visit++)
        {
            Rewrite(context, page, output);
        }

        return Allocation.Of(() => Rewrite(context, page, output));
    }

    private static long Rewrite(PageContext context, byte[] page, Nowhere output)
    {
        var before = output.Written;
        using (var rewrite = PageRewrite.Begin(context, output))
        {
            rewrite.Write(page.AsSpan(0, page.Length / 2));
            rewrite.Write(page.AsSpan(page.Length / 2));
            rewrite.End();
        }

        context.Findings.Clear();
        return output.Written - before;
    }

    /// <summary>Takes bytes and forgets them.</summary>
    private sealed class Nowhere : IBufferWriter<byte>
    {
        private readonly byte[] _room = new byte[1 << 20];

        public long Written { get; private set; }

        public void Advance(int count) => Written += count;

        public Memory<byte> GetMemory(int sizeHint = 0) => _room;

        public Span<byte> GetSpan(int sizeHint = 0) => _room;
    }
}
