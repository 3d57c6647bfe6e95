using System.Text;

namespace CookieGateway.Dashboard.Metrics;

/// <summary>One line, or for a histogram a few lines, of <see cref="PrometheusText"/>.</summary>
internal sealed class MetricSeries
{
    // Seconds, from a page out of memory to one that gave up; what is not a time only uses the sum and the count.
    private static readonly double[] Bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly Lock _lock = new();
    private readonly bool _adds;
    private readonly long[]? _buckets;
    private double _value;
    private long _count;

    private MetricSeries(bool adds, bool histogram)
    {
        _adds = adds;
        _buckets = histogram ? new long[Bounds.Length] : null;
    }

    /// <summary>Some instruments tell what holds, as a gauge does, the others what is added.</summary>
    public static MetricSeries For(string type, bool tellsWhatHolds) => new(!tellsWhatHolds, type == "histogram");

    public void Add(double value)
    {
        lock (_lock)
        {
            _value = _adds ? _value + value : value;
            _count++;
            for (var i = 0; i < (_buckets?.Length ?? 0); i++)
            {
                _buckets![i] += value <= Bounds[i] ? 1 : 0;
            }
        }
    }

    public void Write(StringBuilder text, string name, string labels)
    {
        lock (_lock)
        {
            if (_buckets is null)
            {
                Line(text, name, labels, PrometheusText.Number(_value));
                return;
            }

            for (var i = 0; i < _buckets.Length; i++)
            {
                Line(text, name + "_bucket", With(labels, PrometheusText.Number(Bounds[i])), PrometheusText.Number(_buckets[i]));
            }

            Line(text, name + "_bucket", With(labels, "+Inf"), PrometheusText.Number(_count));
            Line(text, name + "_sum", labels, PrometheusText.Number(_value));
            Line(text, name + "_count", labels, PrometheusText.Number(_count));
        }
    }

    private static string With(string labels, string bound) => $"{labels}{(labels.Length == 0 ? "" : ",")}le=\"{bound}\"";

    private static void Line(StringBuilder text, string name, string labels, string value) =>
        text.Append(name).Append(labels.Length == 0 ? "" : $"{{{labels}}}").Append(' ').Append(value).Append('\n');
}
