using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using CookieGateway.Dashboard.Health;
using CookieGateway.Statistics;

namespace CookieGateway.Dashboard.Metrics;

/// <summary>
/// Listens to the instruments of this process and writes them as Prometheus reads them. The gateway's own, Kestrel's, ASP.NET Core's and the
/// runtime's are shown; the number of series is bounded, so that no label can fill the memory.
/// </summary>
/// <remarks>https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format</remarks>
public sealed class PrometheusText : IDisposable
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";
    private const int MostSeries = 5_000;

    private static readonly string[] Shared =
        ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Yarp.ReverseProxy"];

    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<(Instrument Instrument, string Labels), MetricSeries> _series = new();
    private readonly ReadinessChecks _checks;

    public PrometheusText(GatewayMeter own, ReadinessChecks checks)
    {
        _checks = checks;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            // By reference: several gateways in one process, as in tests, must not count each other's pages.
            if (ReferenceEquals(instrument.Meter, own.Meter) || Shared.Contains(instrument.Meter.Name))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, labels, _) => Record(instrument, value, labels));
        _listener.SetMeasurementEventCallback<int>((instrument, value, labels, _) => Record(instrument, value, labels));
        _listener.SetMeasurementEventCallback<double>((instrument, value, labels, _) => Record(instrument, value, labels));
        _listener.Start();
    }

    public string Write()
    {
        _listener.RecordObservableInstruments();
        var text = new StringBuilder();
        WriteReadiness(text);
        foreach (var group in _series.GroupBy(series => series.Key.Instrument).OrderBy(group => Name(group.Key), StringComparer.Ordinal))
        {
            var name = Name(group.Key);
            var type = Type(group.Key);
            if (group.Key.Description is { Length: > 0 } description)
            {
                text.Append("# HELP ").Append(name).Append(' ').Append(description.ReplaceLineEndings(" ")).Append('\n');
            }

            text.Append("# TYPE ").Append(name).Append(' ').Append(type).Append('\n');
            foreach (var ((_, labels), series) in group.OrderBy(series => series.Key.Labels, StringComparer.Ordinal))
            {
                series.Write(text, name, labels);
            }
        }

        return text.ToString();
    }

    public void Dispose() => _listener.Dispose();

    internal static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        var key = (instrument, Labels(labels));
        if (!_series.TryGetValue(key, out var series))
        {
            if (_series.Count >= MostSeries)
            {
                return;
            }

            series = _series.GetOrAdd(key, static key => MetricSeries.For(Type(key.Instrument), TellsWhatHolds(key.Instrument)));
        }

        series.Add(value);
    }

    private void WriteReadiness(StringBuilder text)
    {
        text.Append("# HELP cookiegateway_ready Whether a part of the gateway is in order; see /health/ready for the reason.\n");
        text.Append("# TYPE cookiegateway_ready gauge\n");
        foreach (var (part, reasons) in _checks.Ask())
        {
            text.Append("cookiegateway_ready{part=\"").Append(part).Append("\"} ").Append(reasons.Count == 0 ? '1' : '0').Append('\n');
        }
    }

    private static string Type(Instrument instrument)
    {
        var kind = instrument.GetType().Name;
        return kind.StartsWith("Histogram", StringComparison.Ordinal) ? "histogram"
            : kind.StartsWith("Counter", StringComparison.Ordinal) || kind.StartsWith("ObservableCounter", StringComparison.Ordinal) ? "counter"
            : "gauge";
    }

    private static bool TellsWhatHolds(Instrument instrument) =>
        instrument.IsObservable || instrument.GetType().Name.StartsWith("Gauge", StringComparison.Ordinal);

    private static string Name(Instrument instrument)
    {
        var unit = instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        var name = instrument.Name.Replace('.', '_').Replace('-', '_');
        return name + (name.EndsWith(unit, StringComparison.Ordinal) ? "" : unit) + (Type(instrument) == "counter" ? "_total" : "");
    }

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in labels)
        {
            text.Append(text.Length == 0 ? "" : ",").Append(name.Replace('.', '_')).Append("=\"")
                .Append(Escaped(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")).Append('"');
        }

        return text.ToString();
    }

    private static string Escaped(string value) => value
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .ReplaceLineEndings("\\n");
}
