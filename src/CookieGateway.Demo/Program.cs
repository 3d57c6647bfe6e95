using CookieGateway.Demo;
using CookieGateway.Sites;

try
{
    await using var demo = await DemoHost.StartAsync(
        DemoOptions.From(args), gateway => gateway.Logging.SetMinimumLevel(LogLevel.Warning));
    Console.WriteLine(Welcome.To(demo));
    await demo.WaitForShutdownAsync();
    return 0;
}
catch (ConfigurationMistakesException mistakes)
{
    Console.Error.WriteLine(mistakes.Message);
    return 78;
}
