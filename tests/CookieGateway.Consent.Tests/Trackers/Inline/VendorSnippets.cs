namespace CookieGateway.Consent.Tests.Trackers.Inline;

/// <summary>What vendors tell sites to put into their pages, with made-up accounts.</summary>
internal static class VendorSnippets
{
    public const string Metrika = """
        (function(m,e,t,r,i,k,a){m[i]=m[i]||function(){(m[i].a=m[i].a||[]).push(arguments)};
        m[i].l=1*new Date();
        for (var j = 0; j < document.scripts.length; j++) {if (document.scripts[j].src === r) { return; }}
        k=e.createElement(t),a=e.getElementsByTagName(t)[0],k.async=1,k.src=r,a.parentNode.insertBefore(k,a)})
        (window, document, "script", "https://mc.yandex.ru/metrika/tag.js", "ym");
        ym(1234567, "init", { clickmap:true, trackLinks:true, accurateTrackBounce:true, webvisor:true });
        """;

    public const string MetaPixel = """
        !function(f,b,e,v,n,t,s){if(f.fbq)return;n=f.fbq=function(){n.callMethod?
        n.callMethod.apply(n,arguments):n.queue.push(arguments)};if(!f._fbq)f._fbq=n;n.push=n;n.loaded=!0;n.version='2.0';
        n.queue=[];t=b.createElement(e);t.async=!0;t.src=v;s=b.getElementsByTagName(e)[0];s.parentNode.insertBefore(t,s)}
        (window, document,'script','https://connect.facebook.net/en_US/fbevents.js');
        fbq('init', '100000000000001'); fbq('track', 'PageView');
        """;

    public static TheoryData<string, string> All => new()
    {
        { "yandex-metrika", Metrika },
        {
            "yandex-metrika", """
            (function (d, w, c) {
                (w[c] = w[c] || []).push(function() { try { w.yaCounter1234567 = new Ya.Metrika({ id:1234567, webvisor:true }); } catch(e) { } });
                var n = d.getElementsByTagName("script")[0], s = d.createElement("script"), f = function () { n.parentNode.insertBefore(s, n); };
                s.type = "text/javascript"; s.async = true;
                s.src = (d.location.protocol == "https:" ? "https:" : "http:") + "//mc.yandex.ru/metrika/watch.js";
                if (w.opera == "[object Opera]") { d.addEventListener("DOMContentLoaded", f, false); } else { f(); }
            })(document, window, "yandex_metrika_callbacks");
            """
        },
        { "meta-pixel", MetaPixel },
        {
            "google-tag-manager", """
            (function(w,d,s,l,i){w[l]=w[l]||[];w[l].push({'gtm.start': new Date().getTime(),event:'gtm.js'});var f=d.getElementsByTagName(s)[0],
            j=d.createElement(s),dl=l!='dataLayer'?'&l='+l:'';j.async=true;j.src='https://www.googletagmanager.com/gtm.js?id='+i+dl;
            f.parentNode.insertBefore(j,f);})(window,document,'script','dataLayer','GTM-ABC123');
            """
        },
        {
            "google-analytics", """
            (function(i,s,o,g,r,a,m){i['GoogleAnalyticsObject']=r;i[r]=i[r]||function(){(i[r].q=i[r].q||[]).push(arguments)},i[r].l=1*new Date();
            a=s.createElement(o),m=s.getElementsByTagName(o)[0];a.async=1;a.src=g;m.parentNode.insertBefore(a,m)
            })(window,document,'script','//www.google-analytics.com/analytics.js','ga');
            ga('create', 'UA-1-1', 'auto'); ga('send', 'pageview');
            """
        },
        {
            "google-analytics", """
            var _gaq = _gaq || []; _gaq.push(['_setAccount', 'UA-1-1']); _gaq.push(['_trackPageview']);
            (function() { var ga = document.createElement('script'); ga.type = 'text/javascript'; ga.async = true;
            ga.src = ('https:' == document.location.protocol ? 'https://ssl' : 'http://www') + '.google-analytics.com/ga.js';
            var s = document.getElementsByTagName('script')[0]; s.parentNode.insertBefore(ga, s); })();
            """
        },
        {
            "top-mail-ru", """
            var _tmr = window._tmr || (window._tmr = []);
            _tmr.push({id: "1234567", type: "pageView", start: (new Date()).getTime()});
            (function (d, w, id) { if (d.getElementById(id)) return;
              var ts = d.createElement("script"); ts.type = "text/javascript"; ts.async = true; ts.id = id; ts.src = "https://top-fwz1.mail.ru/js/code.js";
              var f = function () {var s = d.getElementsByTagName("script")[0]; s.parentNode.insertBefore(ts, s);};
              if (w.opera == "[object Opera]") { d.addEventListener("DOMContentLoaded", f, false); } else { f(); }
            })(document, window, "tmr-code");
            """
        },
        {
            "vk-pixel", """
            !function(){var t=document.createElement("script");t.type="text/javascript",t.async=!0,t.src='https://vk.com/js/api/openapi.js?169',
            t.onload=function(){VK.Retargeting.Init("VK-RTRG-000000-abcde"),VK.Retargeting.Hit()},document.head.appendChild(t)}();
            """
        },
        {
            "liveinternet", """
            document.write("<a href='//www.liveinternet.ru/click' target=_blank><img src='//counter.yadro.ru/hit?t44.6;r" +
            escape(document.referrer) + ((typeof(screen)=="undefined")?"":";s"+screen.width+"*"+screen.height) + ";u" + escape(document.URL) +
            ";" + Math.random() + "' alt='' width='31' height='31'><\/a>");
            """
        },
        {
            "zero-kz", """
            var _zero_kz_ = _zero_kz_ || []; _zero_kz_.push(["id", 12345]); _zero_kz_.push(["type", 1]);
            (function () { var a = document.getElementsByTagName("script")[0], s = document.createElement("script");
            s.type = "text/javascript"; s.async = true; s.src = (document.location.protocol == "https:" ? "https:" : "http:") + "//c.zero.kz/z.js";
            a.parentNode.insertBefore(s, a); })();
            """
        },
        {
            "bitrix24", """
            (function(w,d,u){ var s=d.createElement('script');s.async=true;s.src=u+'?'+(Date.now()/60000|0);
            var h=d.getElementsByTagName('script')[0];h.parentNode.insertBefore(s,h);
            })(window,document,'https://cdn-ru.bitrix24.kz/b1234567/crm/site_button/loader_1_abcdef.js');
            """
        },
        {
            "calltouch", """
            (function(w,d,n,c){w.CalltouchDataObject=n;w[n]=function(){w[n]["callbacks"].push(arguments)};if(!w[n]["callbacks"]){w[n]["callbacks"]=[]}
            w[n]["loaded"]=false;if(typeof c!=="object"){c=[c]}w[n]["counters"]=c;for(var i=0;i<c.length;i+=1){p(c[i])}
            function p(cId){var a=d.getElementsByTagName("script")[0],s=d.createElement("script"),i=function(){a.parentNode.insertBefore(s,a)};
            s.async=true;s.src="https://mod.calltouch.ru/init.js?id="+cId;if(w.opera=="[object Opera]"){d.addEventListener("DOMContentLoaded",i,false)}else{i()}}
            })(window,document,"ct","abc12345");
            """
        },
    };
}
