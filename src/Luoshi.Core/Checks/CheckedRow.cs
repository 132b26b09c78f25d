using System.Globalization;
using Luoshi.Core.Checks.Doubts;
using Luoshi.Core.Checks.Figures;
using Luoshi.Core.Checks.Names;
using Luoshi.Core.Quantities;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Checks;

/// <summary>A row of the set, and the document it stands in.</summary>
internal readonly record struct ReportedRow(ReportedTask Task, string Source)
{
    public RelatedTask AsRelated => new(Task.Leader?.Name ?? Task.Leader?.Title, Task.Number, Source);

    /// <summary>The row as another row's doubt names it: 副区长第7项.</summary>
    public string Call => $"{AsRelated.Leader ?? "另一位领导"}第{Task.Number?.ToString(CultureInfo.InvariantCulture) ?? "？"}项";
}

/// <summary>A row while it is examined: its fields and the figures in them.</summary>
internal sealed class CheckedRow
{
    public required int Index { get; init; }

    public required ReportedTask Task { get; init; }

    public required string Source { get; init; }

    public required IReadOnlyList<StatedQuantity> Targets { get; init; }

    /// <summary>Every figure of the progress, in the order of the text, with its role.</summary>
    public required IReadOnlyList<Quantity> Stated { get; init; }

    /// <summary>What approved plans ask for by month: the row's own columns before a plan document.</summary>
    public required IReadOnlyList<PlanPoint> PlanPoints { get; init; }

    public string Progress => Task.Progress ?? "";

    public string Content => Task.Content;

    /// <summary>A unit that says 否 has said itself what the figures say.</summary>
    public bool ClaimsDone => Task.PlanMet != false;

    public RelatedTask AsRelated => new ReportedRow(Task, Source).AsRelated;

    /// <summary>How many targets a figure could be about by its sort.</summary>
    public int Rivals(Quantity reading) => Targets.Count(target => Kinds.Comparable(target.Quantity, reading));

    public Evidence Quote(TextSpan span) => new("progress", span, span.Of(Progress));

    public Evidence QuoteContent(TextSpan span) => new("content", span, span.Of(Content));

    public static CheckedRow Of(ReportedTask task, string source, int index, ReportingPeriod asOf, IReadOnlyList<string> places, MonthlyPlans plans)
    {
        var content = new QuantityContext { Field = QuantityField.Content, AsOf = asOf, Places = places };
        var targets = Read("content", task.Content, content);
        foreach (var (field, text) in OwnTargets(task))
        {
            // A column for the target often says again what the content says.
            targets.AddRange(Read(field, text, content).Where(target => !targets.Exists(known => SameFigure(known.Quantity, target.Quantity))));
        }

        return new CheckedRow
        {
            Index = index,
            Task = task,
            Source = source,
            Targets = targets,
            Stated = task.Progress is { } progress ? ReadProgress(task.Content, progress, content with { Field = QuantityField.Progress }, targets) : [],
            PlanPoints = PlanPoint.OfRow(task, content).ToList() is { Count: > 0 } own ? own : [.. plans.Of(task, content)],
        };
    }

    /// <summary>The figures of the progress as they bear on the targets.</summary>
    private static IReadOnlyList<Quantity> ReadProgress(string task, string progress, QuantityContext context, List<StatedQuantity> targets)
    {
        var read = ReadWith(progress, context, QuantityRole.Result);
        read = EventMonths.Dropped(progress, read);
        read = BareAnswers.AsAnswers(progress, read, targets);
        read = Areas.AsAsked(read, targets);
        read = Standards.AsAsked(read, targets);
        read = OfTowns(progress, read);
        read = Recurrences.Named(read);
        read = Actuals.AsResults(progress, read);
        read = Reductions.AsVolumes(task, progress, read, targets);
        read = SinceNewYear.AsVolumes(read, targets);
        read = TwiceCounted.Told(progress, read);
        read = Increases.AsVolumes(task, progress, read, targets);
        read = WholesTold.AsResults(progress, read, targets, context.AsOf);
        read = WordShares.Named(read, targets);
        return WordShares.Added(progress, read, targets);
    }

    /// <summary>The figures of a text, and what promises and results tell in the same words: 养护提升120公里, 翻番.</summary>
    private static IReadOnlyList<Quantity> ReadWith(string text, QuantityContext context, QuantityRole role) =>
        Doublings.Added(text, Standards.AsLevels(text, Improvements.AsVolumes(text, QuantityReader.Read(text, context))), role);

    private static IEnumerable<(string Field, string Text)> OwnTargets(ReportedTask task)
    {
        if (task.Target is { } target)
        {
            yield return ("target", target);
        }

        foreach (var column in task.OtherColumns.Where(column => PlanColumns.IsForYear(column.Header)))
        {
            yield return (column.Header, column.Text);
        }
    }

    /// <summary>望湖镇：改造52户。松溪镇：改造41户: in a joint report each town tells its own figure.</summary>
    public static IReadOnlyList<Quantity> OfTowns(string progress, IReadOnlyList<Quantity> read)
    {
        var sections = UnitSections.Of(progress);
        if (sections.Count < 2 || !sections.Exists(section => section.OfTown))
        {
            return read;
        }

        var scoped = new List<Quantity>(read.Count);
        var at = 0;
        foreach (var quantity in read)
        {
            while (at < sections.Count && sections[at].Span.End <= quantity.ValueSpan.Start)
            {
                at++;
            }

            scoped.Add(quantity.Scope is null && at < sections.Count && sections[at].OfTown && sections[at].Span.Contains(quantity.ValueSpan) ? quantity with { Scope = sections[at].Unit } : quantity);
        }

        return scoped;
    }

    private static List<StatedQuantity> Read(string field, string text, QuantityContext context)
    {
        var read = Shortened.AsBounds(text, Tiers.AsGrowth(text, Reductions.AsPromised(text, ReadWith(text, context, QuantityRole.Target))));
        return [.. read
            .Select((quantity, at) => new StatedQuantity(
                quantity,
                new Evidence(field, quantity.Span, quantity.Span.Of(text)),
                at > 0 && read[at - 1] is { Role: QuantityRole.Baseline } start && start.BaseUnit == quantity.BaseUnit ? start : null))
            .Where(stated => stated.Quantity.Role is QuantityRole.Target or QuantityRole.Plan or QuantityRole.Result or QuantityRole.Restated && !IsExtent(text, stated.Quantity) && !SetsOfThings.Is(text, read, stated.Quantity))];
    }

    /// <summary>改造老旧小区，涉及18个小区: how far the work reaches, not what is promised.</summary>
    private static bool IsExtent(string text, Quantity quantity) =>
        quantity.Kind is QuantityKind.Count or QuantityKind.Amount
            && (text.AsSpan(0, quantity.Span.Start).TrimEnd("约近共 ").EndsWith("涉及") || quantity.Stage == "涉及" || quantity.Metric?.StartsWith("涉及", StringComparison.Ordinal) == true);

    private static bool SameFigure(Quantity left, Quantity right) =>
        left.Kind == right.Kind && left.BaseUnit == right.BaseUnit && left.BaseValue == right.BaseValue && left.Due == right.Due
        && (left.MetricKey.Length == 0 || right.MetricKey.Length == 0 || MetricMatch.Score(left.MetricKey, right.MetricKey) >= MetricMatch.Enough);
}
