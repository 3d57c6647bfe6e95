using CookieGateway.Dashboard.Words;
using CookieGateway.Sites;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CookieGateway.Dashboard.Members;

/// <summary>Who may sign in? For administrators. A generated password is in one answer, and in no log, cookie or address.</summary>
internal sealed partial class IndexModel(
    MemberStore store, Membership membership, SiteCatalog sites, Wording words, ILogger<IndexModel> logger) : PageModel
{
    public IReadOnlyList<Member> Members { get; private set; } = [];

    public IReadOnlyList<Site> Sites { get; private set; } = [];

    public (string Name, string Password)? Generated { get; private set; }

    public string? Done { get; private set; }

    public string? Trouble { get; private set; }

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAddAsync(string? name, MemberRole role, string[] site, CancellationToken cancellation)
    {
        if (Member.NameOf(name) is not { } known || !Enum.IsDefined(role))
        {
            Trouble = words.With("members.badname", name ?? "");
        }
        else if (await membership.AddAsync(known, role, [.. site.Where(id => sites.TryGet(id, out _))], cancellation) is { } password)
        {
            Generated = (known, password);
            Changed(logger, User.Identity!.Name!, "added", known);
        }
        else
        {
            Trouble = words.With("members.taken", known);
        }

        await LoadAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostResetAsync(string name, CancellationToken cancellation)
    {
        if (await store.FindAsync(name, cancellation) is not { } member)
        {
            return NotFound();
        }

        Generated = (member.Name, await membership.ResetPasswordAsync(member, password: null, cancellation));
        Changed(logger, User.Identity!.Name!, "gave another password to", member.Name);
        await LoadAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string name, CancellationToken cancellation)
    {
        if (await store.FindAsync(name, cancellation) is not { } member)
        {
            return NotFound();
        }

        if (await membership.RemoveAsync(member, cancellation))
        {
            Done = words.With("members.removed", member.Name);
            Changed(logger, User.Identity!.Name!, "removed", member.Name);
        }
        else
        {
            Trouble = words["members.last"];
        }

        await LoadAsync(cancellation);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Members = await store.AllAsync(cancellation);
        Sites = [.. sites.All.OrderBy(Pick.NameOf, StringComparer.Ordinal)];
    }

    [LoggerMessage(LogLevel.Information, "Members of the dashboard: {Administrator} {Did} {Member}.")]
    private static partial void Changed(ILogger logger, string administrator, string did, string member);
}
