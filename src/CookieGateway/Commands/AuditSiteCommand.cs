using System.CommandLine;
using CookieGateway.Audit;

namespace CookieGateway.Commands;

/// <summary><c>audit URL</c>: what a site loads and sets, before the gateway stands in front of it.</summary>
internal static class AuditSiteCommand
{
    public static Command Create()
    {
        var address = new Argument<string>("URL") { Description = "A page of the site, as in https://clinic.kz/." };
        var pages = new Option<int>("--pages") { Description = "How many pages are read.", DefaultValueFactory = _ => 12 };
        var allowPrivate = new Option<bool>("--allow-private") { Description = "Permits addresses of this machine and its network." };
        var json = new Option<bool>("--json") { Description = "Writes JSON for machines." };
        var command = new Command("audit", "Reads a few pages of a site and says what they load and set, with a block to paste.")
        {
            address, pages, allowPrivate, json,
        };
        command.SetAction((parsed, cancellation) => AuditCommand.RunAsync(
            new AuditOptions
            {
                Start = Uri.TryCreate(parsed.GetValue(address), UriKind.RelativeOrAbsolute, out var start) ? start : new Uri("", UriKind.Relative),
                Pages = Math.Clamp(parsed.GetValue(pages), 1, 100),
                AllowPrivate = parsed.GetValue(allowPrivate),
                Json = parsed.GetValue(json),
            },
            Console.Out,
            Console.Error,
            cancellation));
        return command;
    }
}
