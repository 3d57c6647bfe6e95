using System.Globalization;
using FsCheck;
using Microsoft.FSharp.Core;

namespace CookieGateway.Html.Tests.Support;

/// <summary>
/// How many generated pages a property is tried with. The ordinary run takes the same ones every time, so that a change is judged by what it
/// changed; COOKIEGATEWAY_FUZZ_SEED takes others (0: new ones each time).
/// </summary>
internal static class Generated
{
    public static Config Pages(int count, int endSize = 60)
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(count).WithEndSize(endSize);
        var seed = ulong.TryParse(Environment.GetEnvironmentVariable("COOKIEGATEWAY_FUZZ_SEED"), CultureInfo.InvariantCulture, out var given) ? given : 1;
        return seed == 0 ? config : config.WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(seed), FSharpOption<int>.None)));
    }
}
