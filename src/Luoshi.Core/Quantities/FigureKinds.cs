namespace Luoshi.Core.Quantities;

/// <summary>
/// Decides the kind and the comparator of a figure from what was read around it. <paramref name="Named"/> is the metric with what 分别
/// gave it; <paramref name="LeadText"/> the lead words as written; <paramref name="Continues"/> the kind of the A in 由A回升至B.
/// </summary>
internal sealed record FigureKinds(
    Measure Measure, string UnitText, Lead Lead, string LeadText, NounPhrase Phrase, string? WholePhrase, Trailer Trailer, Whole Whole, string? Metric, string? Named, bool IsTarget, QuantityKind? Continues)
{
    public QuantityKind Kind()
    {
        var unit = Measure.Unit.Class;
        if (unit == UnitClass.Points)
        {
            return Phrase.Against is { } against && MetricWords.EndsWithAny(against, "进度", "计划", "序时") && !LeadText.StartsWith("增速", StringComparison.Ordinal) && !LeadText.StartsWith("增幅", StringComparison.Ordinal) ? QuantityKind.ShareOfPlan : QuantityKind.Growth;
        }

        if (Lead.Is(WordClass.Ceiling | WordClass.AtMost) || (Trailer.Is(WordClass.OrLess) && !Lead.Is(WordClass.DownTo)))
        {
            return QuantityKind.Ceiling;
        }

        if (unit == UnitClass.Share)
        {
            return ShareKind();
        }

        if ((Lead.Nearest & (WordClass.Up | WordClass.Down)) != 0)
        {
            return QuantityKind.Growth;
        }

        var isNew = (Lead.Stage ?? Phrase.Stage) is { } stage && (stage.Contains('新') || stage.Contains('增'));
        if ((Phrase.Against is not null && Lead.Nearest == WordClass.None) || (Lead.Against is not null && isNew))
        {
            // 较上月新增5个 is a difference from the month before.
            return QuantityKind.Growth;
        }


        var isStock = Named is not null && (MetricWords.EndsWithAny(Named, MetricWords.Stocks) || Named.StartsWith("存栏", StringComparison.Ordinal)) && !MetricWords.EndsWithAny(Named, MetricWords.Flows);
        var stands = Lead.Is(WordClass.UpTo | WordClass.DownTo | WordClass.Stand) || (Lead.Is(WordClass.Reach) && EndsReach() && !isNew && (IsEntity() || isStock || SaysCumulative()));
        return unit is UnitClass.Quotient || (unit is UnitClass.Duration && !Lead.Is(WordClass.From)) || unit is UnitClass.None || stands || (isStock && !isNew && (Metric is not null || Lead.Stage is null)) || Phrase.PerHead || (Metric is { } name && (name.StartsWith('每') || name.StartsWith("千人", StringComparison.Ordinal) || name.StartsWith("万人", StringComparison.Ordinal) || name.StartsWith("平均每", StringComparison.Ordinal))) ? QuantityKind.Level
            : unit == UnitClass.Count ? QuantityKind.Count
            : QuantityKind.Amount;
    }

    private bool SaysCumulative() => LeadText.Contains("累计", StringComparison.Ordinal);

    private bool EndsReach() => LeadText.Contains('达');

    private bool IsEntity() => Measure.Unit.Class == UnitClass.Count && Measure.Unit.Base is "家" or "个" or "户" or "所" or "座" or "件" or "人" or "条" or "处" or "台" or "套" or "部" or "张" or "眼" or "口" or "艘" or "间" or "幢" or "支" or "盏" or "床位" or "单位"
        && !(Named is not null && MetricWords.EndsWithAny(Named, "产量", "销量"));

    private QuantityKind ShareKind()
    {
        // 外贸增速提高到1.1%.
        var grows = (Lead.Nearest & (WordClass.Up | WordClass.Down)) != 0 || MetricWords.StartsWithAny(LeadText, "增速", "增幅", "涨幅") || UnitText is "番";
        if (Phrase.IsWhole && WholePhrase is { } whole)
        {
            return Wholes.IsPlan(whole) ? QuantityKind.ShareOfPlan : QuantityKind.Ratio;
        }

        if (Whole.Found)
        {
            return Whole.IsPlan ? QuantityKind.ShareOfPlan : grows ? QuantityKind.Growth : QuantityKind.Ratio;
        }

        if (grows || (Measure.Value < 0 && !(Metric is not null && Metric.EndsWith('率'))) || Continues == QuantityKind.Growth || (Phrase.Against is not null && Lead.Nearest == WordClass.None) || (Lead.Is(WordClass.YearOnYear) && Lead.Nearest == WordClass.None && Measure.Unit.Base == "%" && UnitText is not "倍"
            && !(Metric is not null && MetricWords.EndsWithAny(Metric, MetricWords.Rates))))
        {
            return QuantityKind.Growth;
        }

        var isRate = Metric is not null && MetricWords.EndsWithAny(Metric, MetricWords.Rates) && !Phrase.Progress;
        var isDone = Lead.Stage is { } stage && Lead.Nearest == WordClass.None && stage.TrimStart('已') is "完工" or "竣工" or "建成" or "基本建成" or "交付" or "完成整改" or "整改";
        return Phrase.Progress || ((Lead.Is(WordClass.Achieve) || Phrase.Achieved || isDone) && !isRate) ? QuantityKind.ShareOfPlan : QuantityKind.Ratio;
    }

    public Comparator ComparatorFor(QuantityKind kind)
    {
        if (Trailer.Is(WordClass.OrSo))
        {
            return Comparator.About;
        }

        if (Trailer.Is(WordClass.OrMore))
        {
            return Comparator.AtLeast;
        }

        if (Trailer.Is(WordClass.OrLess) || Lead.Is(WordClass.AtMost) || kind == QuantityKind.Ceiling)
        {
            return Comparator.AtMost;
        }

        if (Measure.More)
        {
            return Comparator.GreaterThan;
        }

        var against = Phrase.Against is not null;
        return Lead.Is(WordClass.AtLeast) ? Comparator.AtLeast
            : Lead.Is(WordClass.MoreThan) || (Lead.Is(WordClass.Above) && !against) ? Comparator.GreaterThan
            : Lead.Is(WordClass.LessThan) || (Lead.Is(WordClass.Below) && !against && !LeadText.StartsWith("滞后", StringComparison.Ordinal) && !LeadText.StartsWith("落后", StringComparison.Ordinal)) ? Comparator.LessThan
            : Lead.Is(WordClass.About) ? Comparator.About
            : IsTarget && against && Phrase.Side > 0 ? Comparator.GreaterThan
            : !IsTarget || Lead.Is(WordClass.From) ? Comparator.Equal
            : Lead.Is(WordClass.DownTo) ? Comparator.AtMost
            : Comparator.AtLeast;
    }

    public static Comparator Flip(Comparator comparator) => comparator switch
    {
        Comparator.AtLeast => Comparator.AtMost,
        Comparator.AtMost => Comparator.AtLeast,
        Comparator.GreaterThan => Comparator.LessThan,
        Comparator.LessThan => Comparator.GreaterThan,
        Comparator.Equal => Comparator.Equal,
        Comparator.About => Comparator.About,
    };
}
