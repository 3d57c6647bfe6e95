using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace CookieGateway.Banner;

/// <summary>Renders a component to text, once and at once: ours wait for nothing.</summary>
public static class RazorText
{
    private static readonly ServiceProvider NoServices = new ServiceCollection().BuildServiceProvider();

    public static string Render<TComponent>(params ReadOnlySpan<(string Name, object? Value)> parameters)
        where TComponent : class, IComponent
    {
        var given = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in parameters)
        {
            given[name] = value;
        }

        using var renderer = new HtmlRenderer(NoServices, NullLoggerFactory.Instance);
        var html = "";

        // Nobody else uses this renderer, so its dispatcher runs the work before it returns.
        var work = renderer.Dispatcher.InvokeAsync(() =>
        {
            using var text = new StringWriter();
            renderer.BeginRenderingComponent<TComponent>(ParameterView.FromDictionary(given)).WriteHtmlTo(text);
            html = text.ToString();
        });

        return work.IsCompletedSuccessfully
            ? html
            : throw new InvalidOperationException($"The component {typeof(TComponent).Name} did not render in one go.", work.Exception);
    }
}
