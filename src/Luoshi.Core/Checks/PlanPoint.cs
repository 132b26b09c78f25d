using System.Globalization;
using Luoshi.Core.Quantities;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Checks;

/// <summary>What an approved plan asks for by the end of a month, counted from the beginning of the year.</summary>
internal sealed record PlanPoint(Quantity Quantity, ReportingPeriod Month)
{
    /// <summary>The points in a row's own columns of plans for the month that is reported on.</summary>
    public static IEnumerable<PlanPoint> OfRow(ReportedTask task, QuantityContext context) =>
        task.OtherColumns.Where(column => PlanColumns.IsFor(column.Header, context.AsOf!.Value)).SelectMany(column => Read(column.Text, context.AsOf!.Value, context));

    /// <summary>Every point of a task in a plan document. A month without a year is of the year reported on.</summary>
    public static IEnumerable<PlanPoint> OfPlan(ReportedTask task, QuantityContext context)
    {
        var measure = task.OtherColumns.FirstOrDefault(column => PlanColumns.NamesMeasure(column.Header))?.Text;
        foreach (var column in task.OtherColumns)
        {
            if (PlanColumns.MonthIn(column.Header)?.In(context.AsOf!.Value.Year) is { } month)
            {
                foreach (var point in Read(Whole(measure, column.Text), month, context))
                {
                    yield return point;
                }
            }
        }
    }

    // 引进项目（个） over the month, 15 in it: 引进项目15个.
    private static string Whole(string? measure, string text)
    {
        var figure = PlainText.Compact(text);
        if (measure is null || !decimal.TryParse(figure, NumberStyles.Number, CultureInfo.InvariantCulture, out _))
        {
            return text;
        }

        var open = measure.LastIndexOfAny(['（', '(']);
        return open < 0 ? measure + figure : measure[..open] + figure + measure[(open + 1)..].TrimEnd('）', ')', ' ');
    }

    private static IEnumerable<PlanPoint> Read(string text, ReportingPeriod month, QuantityContext context) =>
        QuantityReader.Read(text, context)
            .Where(quantity => quantity.Role is QuantityRole.Target or QuantityRole.Plan or QuantityRole.Result or QuantityRole.Restated && quantity.BaseValue is not null)
            .Select(quantity => new PlanPoint(quantity, month));
}
