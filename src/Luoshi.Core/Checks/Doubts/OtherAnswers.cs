using Luoshi.Core.Checks.Answers;
using Luoshi.Core.Checks.Names;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Doubts;

/// <summary>施工完成137户，验收102户: where another figure of the row, or several of them together, may be the answer, a lag is worth a look and no proof.</summary>
internal static class OtherAnswers
{
    // What is so many times the target is of something else.
    private const int Farthest = 2;

    private const double Whole = 100;

    /// <summary>Whether a figure that answers no target, of the same unit and no early step, comes to <paramref name="enough"/>, alone or with those of its sentence.</summary>
    public static bool MayDo(ExaminedRow examined, Comparison comparison, double enough)
    {
        var row = examined.Row;
        var target = row.Targets[comparison.Target].Quantity;
        var chosen = examined.Readings[comparison.Reading!.Value].Quantity;
        if (!Kinds.IsVolume(target) || !Kinds.IsVolume(chosen) || target.BaseValue is not { } aim)
        {
            return false;
        }

        if (examined.Readings.Any(share => share.Quantity is { Kind: QuantityKind.ShareOfPlan, Value: { } percent } told && ShareOfTarget.Is(told) && (double)percent / Whole * (double)aim >= enough))
        {
            // 完成1.4万亩，土地平整3.2万亩，占总任务的53%: whatever the share is of, the row says how far it is.
            return true;
        }

        // Where nothing else is promised in the unit, what the next sentence tells in it may add to this as well.
        var isAlone = row.Targets.Count(other => other.Quantity.BaseUnit == target.BaseUnit && other.Quantity.Kind == target.Kind) == 1;
        var sentence = isAlone ? new TextSpan(0, row.Progress.Length) : Clauses.SentenceAround(row.Progress, chosen.Span);
        var sum = (double)(chosen.BaseValue ?? 0);
        foreach (var other in row.Stated.Where(other => !ReferenceEquals(other, chosen) && other.Kind == target.Kind && other.BaseUnit == target.BaseUnit && other.BaseValue is { } value && (double)value <= (double)aim * Farthest))
        {
            var value = (double)other.BaseValue!.Value;
            var isAdded = IsToldBeside(row.Progress, other) && !Contrasts.Differ(target.MetricKey, other.MetricKey);
            if (!isAdded && !MayAnswer(examined, target, other))
            {
                continue;
            }

            sum += isAdded || (sentence.Contains(other.ValueSpan) && !IsPartOf(row, other, chosen)) ? value : 0;
            if ((!isAdded && value >= enough) || sum >= enough)
            {
                return true;
            }
        }

        return false;
    }

    private static bool MayAnswer(ExaminedRow examined, Quantity target, Quantity other) =>
        examined.Readings.Any(reading => ReferenceEquals(reading.Quantity, other))
            && !examined.Comparisons.Any(comparison => comparison is { Ratio: not null, Reading: { } at } && ReferenceEquals(examined.Readings[at].Quantity, other))
            && !(other.Stage is { } verb && Stages.IsActivity(verb))
            && !Contrasts.Differ(target.MetricKey, other.MetricKey)
            && Stages.Of(examined.Row.Progress, other).Stage is Stage.Unknown or Stage.Finished
            && Stages.StepIn(other.MetricKey) is null;

    /// <summary>另有1.2万立方米正在调试, 完工待验收0.31万亩, 上年结转项目投资2.4亿元, 秋季造林计划8800亩: the row puts it beside the figure itself, however far it is.</summary>
    private static bool IsToldBeside(string text, Quantity other)
    {
        if (other.Role == QuantityRole.Plan)
        {
            return true;
        }

        var clause = Clauses.Around(text, other.ValueSpan);
        var before = text.AsSpan(clause.Start, Math.Max(0, other.ValueSpan.End - clause.Start));
        var item = before[(before.LastIndexOf('、') + 1)..];
        return item.Contains("待验", StringComparison.Ordinal) || text.AsSpan(Math.Min(text.Length, other.ValueSpan.End)).StartsWith("待验", StringComparison.Ordinal) || before.Contains('另') || before.Contains("结转", StringComparison.Ordinal);
    }

    // 其中现金清收0.68亿元；批量转让0.9亿元: behind a semicolon it is no part of the figure before.
    private static bool IsPartOf(CheckedRow row, Quantity part, Quantity whole) =>
        part.WholeIndex is { } at && at < row.Stated.Count && ReferenceEquals(row.Stated[at], whole) && Clauses.SentenceAround(row.Progress, whole.Span).Contains(part.ValueSpan);
}
