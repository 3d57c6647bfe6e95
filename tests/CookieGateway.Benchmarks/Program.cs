using System.Globalization;
using CookieGateway.Benchmarks;

// The whole comparison in one run: dotnet run -c Release --project tests/CookieGateway.Benchmarks
// Absolute numbers are this machine's; read the ratios. Words after "--" limit it to the lines that contain one of them.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var pages = PageSet.Load();
Console.WriteLine($"{pages.Count} pages, {pages.Sum(page => page.Length) / 1024:N0} KiB, {Environment.ProcessorCount} cores, .NET {Environment.Version}");
Console.WriteLine($"{"",-58} {"MB/s",10} {"x scan",8} {"B/page",10}");

const int Turns = 5;
var scan = new Measurement(pages, Contenders.Scan);
var compared = Contenders.All.Where(contender => IsAskedFor(contender.Name))
    .Select(contender => (contender.Name, Measured: new Measurement(pages, contender.Run)))
    .ToList();
for (var turn = 0; turn < Turns; turn++)
{
    scan.TakeTurn();
    compared.ForEach(one => one.Measured.TakeTurn());
}

foreach (var (name, result) in compared)
{
    Console.WriteLine($"{name,-58} {result.MegabytesPerSecond,10:N0} {result.Seconds / scan.Seconds,8:N2} {result.AllocatedBytesPerPage,10:N0}");
}

if (IsAskedFor("verdict"))
{
    var addresses = new Addresses(pages);
    Console.WriteLine();
    foreach (var (name, folder) in new[] { ("catalog", null), ("catalog and filter lists", PageSet.Lists) })
    {
        var judge = Addresses.JudgeWith(folder);
        var result = Measurement.Of(pages, page => addresses.Judge(judge), once: true);
        Console.WriteLine($"a verdict on an address, {name}: {result.Seconds * 1e9 / addresses.Count:N0} ns, {result.AllocatedBytesPerPage:N0} B in {addresses.Count} verdicts");
    }
}

// Work has to grow with the length and no faster: the hostile pages beside the ordinary ones, by the time a byte costs.
var hostile = HostilePages.All.Where(page => IsAskedFor("hostile: " + page.Name)).ToList();
if (hostile.Count > 0)
{
    Console.WriteLine();
    Console.WriteLine($"{"hostile page, 1 MiB, with the gateway's page policy",-58} {"MB/s",10} {"x page",8}");
    var ordinary = Measurement.Of(pages, GatewayPages.Rewrite);
    foreach (var (name, page) in hostile)
    {
        var result = Measurement.Of([page], GatewayPages.Rewrite);
        Console.WriteLine($"{name,-58} {result.MegabytesPerSecond,10:N0} {ordinary.MegabytesPerSecond / result.MegabytesPerSecond,8:N2}");
    }
}

bool IsAskedFor(string name) => args.Length == 0 || args.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
