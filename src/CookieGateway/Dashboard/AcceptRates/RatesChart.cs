using CookieGateway.Dashboard.Words;
using CookieGateway.Statistics;

namespace CookieGateway.Dashboard.AcceptRates;

/// <summary>
/// The geometry of the chart: a bar for each day, or for each week of a long period, in four parts that stand on one another. It is worked out
/// here, in whole tenths of a pixel, and drawn by the page as SVG.
/// </summary>
internal sealed record RatesChart
{
    public const double Width = 960;
    public const double Height = 270;
    public const double Left = 44;
    public const double Top = 12;
    public const double Bottom = 236;
    private const int MostBars = 92;
    private const int MostLabels = 9;
    private const double HalfLabel = 44;

    public required IReadOnlyList<Bar> Bars { get; init; }

    public required IReadOnlyList<(double Y, string Text)> Lines { get; init; }

    public required bool ByWeek { get; init; }

    /// <summary>What one bar stands for, and the numbers of the table's row.</summary>
    public sealed record Bar(DateOnly From, Answers Answers, string Label, double X, double Width, IReadOnlyList<Part> Parts, double? LabelX);

    /// <summary>One part of a bar; the style knows its kind.</summary>
    public sealed record Part(string Kind, double Y, double Height);

    public static RatesChart Of(Rates rates, Wording words)
    {
        var byWeek = rates.ByDay.Count > MostBars;
        var groups = byWeek ? Weeks(rates.ByDay) : [.. rates.ByDay];
        var most = groups.Max(group => group.Answers.Offered);
        var step = Step(most);
        var top = Math.Max(step, (most + step - 1) / step * step);
        var slot = (Width - Left) / groups.Count;
        var width = Round(Math.Min(slot * 0.72, 46));
        var labelEvery = (groups.Count + MostLabels - 1) / MostLabels;

        return new RatesChart
        {
            ByWeek = byWeek,
            Lines = [.. RoundNumbers(top, step).Select(value => (Y(value, top), words.Number(value)))],
            Bars = [.. groups.Select((group, index) => new Bar(
                group.Day,
                group.Answers,
                words.Day(group.Day),
                Round(Left + (slot * index) + ((slot - width) / 2)),
                width,
                Parts(group.Answers, top),
                (groups.Count - 1 - index) % labelEvery == 0 ? LabelX(Left + (slot * (index + 0.5))) : null))],
        };
    }

    // A label at the edge moves inwards instead of being cut.
    private static double LabelX(double middle) => Round(Math.Clamp(middle, Left + HalfLabel, Width - HalfLabel));

    private static List<Part> Parts(Answers answers, long top)
    {
        List<Part> parts = [];
        long below = 0;
        foreach (var (kind, count, _) in Kinds(answers))
        {
            if (count > 0)
            {
                var y = Y(below + count, top);
                parts.Add(new Part(kind, y, Round(Y(below, top) - y)));
            }

            below += count;
        }

        return parts;
    }

    /// <summary>The four answers, from the foot of the bar up: what everybody asks about stands on the line.</summary>
    public static IEnumerable<(string Kind, long Count, int? Percent)> Kinds(Answers answers)
    {
        var percents = answers.Percents;
        return
        [
            ("all", answers.AcceptedAll, percents?[0]),
            ("some", answers.Chose, percents?[1]),
            ("nothing", answers.RefusedAll, percents?[2]),
            ("silent", answers.DidNotAnswer, percents?[3]),
        ];
    }

    private static List<(DateOnly Day, Answers Answers)> Weeks(IReadOnlyList<(DateOnly Day, Answers Answers)> days) =>
        [.. days.GroupBy(day => day.Day.AddDays(-(((int)day.Day.DayOfWeek + 6) % 7)))
            .Select(week => (week.Key, week.Aggregate(default(Answers), (sum, day) => sum + day.Answers)))];

    private static IEnumerable<long> RoundNumbers(long top, long step)
    {
        for (long value = 0; value <= top; value += step)
        {
            yield return value;
        }
    }

    // 1, 2 or 5 times a power of ten, so that four or five lines carry round numbers.
    private static long Step(long most)
    {
        var rough = Math.Max(1, most / 4.0);
        var power = (long)Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return (rough / power) switch { <= 1 => power, <= 2 => 2 * power, <= 5 => 5 * power, _ => 10 * power };
    }

    private static double Y(long value, long top) => Round(Bottom - ((Bottom - Top) * value / top));

    private static double Round(double value) => Math.Round(value, 1);
}
