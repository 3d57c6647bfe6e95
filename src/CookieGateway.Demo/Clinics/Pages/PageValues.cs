namespace CookieGateway.Demo.Clinics.Pages;

/// <summary>What stands for the placeholders of a page.</summary>
internal sealed class PageValues : Dictionary<string, string>
{
    public PageValues With(PageValues? others)
    {
        foreach (var (name, value) in others ?? [])
        {
            this[name] = value;
        }

        return this;
    }
}
