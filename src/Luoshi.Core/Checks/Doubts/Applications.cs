using Luoshi.Core.Checks.Answers;
using Luoshi.Core.Checks.Names;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Doubts;

/// <summary>
/// 申报不等于认定 — an application or an intention told where a grant is asked for. It is proven where the application is named by the target and the row's last
/// word on it: whoever says that others have yet to decide, or what they have granted, passes nothing for a result.
/// </summary>
internal static class Applications
{
    // 待评审, 已组织核查, 公示期: behind an application each of them says that others decide.
    private static readonly WordFinder Deciding = new("待 审 评 核 验 批复 公示 公布 揭晓 答辩 等待 结果 预计 将");

    private static readonly WordFinder Granted = new("认定 授权 获评 获批 公告 命名 授牌 入选 入围 批准 公布 通过 获得");

    private static readonly WordFinder Realised = new("签约 落地 到岗 签订 授权 获批 认定 获评 收购 到位 入驻 命名");

    // 省级, 3A级, 示范: titles that are given by others.
    private static readonly WordFinder Title = new("上市 国家 全国 省级 市级 A级 星级 示范 专精特新 高新技术 小巨人 著名 名牌 老字号 标杆 称号");

    private static readonly WordFinder Applying = new("申报 申请 上报 推荐 初审 初评 现场评估 现场评审 现场核查 评审中 审核中 评审阶段 审核阶段 公示阶段 考评阶段 验收阶段 待现场 待考评 待命名 待公示 待评审 待认定 待批复");

    public static IEnumerable<Doubt> Find(ExaminedRow examined) => Counted(examined).Concat(WithoutFigures(examined));

    private static IEnumerable<Doubt> Counted(ExaminedRow examined)
    {
        foreach (var pair in examined.Pairs.Where(pair => pair is { Obstacle: Obstacle.Stage, Reading: not null }))
        {
            var reading = examined.Readings[pair.Reading!.Value];
            var (stage, words) = Stages.Of(examined.Row.Progress, reading.Quantity);
            var intended = Stages.IsIntention(examined.Row.Progress, words);
            if (!examined.Row.ClaimsDone || !(stage == Stage.Applied || intended) || TellsHowManyPassed(examined, reading.Quantity) || TellsResultsBeside(examined, reading.Quantity))
            {
                continue;
            }

            var target = examined.Row.Targets[pair.Target];
            var clause = Clauses.Around(examined.Row.Progress, reading.Quantity.Span);
            yield return new Doubt(
                intended ? DoubtRule.IntentionCounted : DoubtRule.ApplicationCounted,
                IsProven(examined, target.Quantity, reading.Quantity) ? DoubtStrength.Strong : DoubtStrength.Weak,
                intended
                    ? $"目标是{target.Quantity.Stage}{Judging.Promise(target.Quantity)}，进展是意向{Numbers.Text(reading.Quantity)}，意向不等于落地。请核实已落地的数量。"
                    : $"目标是{target.Quantity.Stage}{Judging.Promise(target.Quantity)}，进展是申报{Numbers.Text(reading.Quantity)}，申报不等于认定。请核实已认定的数量。",
                [target.Source, examined.Row.Quote(clause)],
                []);
        }
    }

    /// <summary>松溪古村已提交3A级景区创建申请: a title that others give is asked for, and the row's only word on it is that it has been applied for.</summary>
    private static IEnumerable<Doubt> WithoutFigures(ExaminedRow examined)
    {
        for (var at = 0; at < examined.Comparisons.Count; at++)
        {
            if (ToldWithoutFigure(examined, at) is not { } clause)
            {
                continue;
            }

            var target = examined.Row.Targets[at];
            yield return new Doubt(
                DoubtRule.ApplicationCounted,
                DoubtStrength.Weak,
                $"目标是{target.Quantity.Stage}{Judging.Promise(target.Quantity)}，完成情况写“{clause.Of(examined.Row.Progress)}”，申报不等于认定。请核实已认定的数量。",
                [target.Source, examined.Row.Quote(clause)],
                []);
        }
    }

    /// <summary>The clause that tells of the application for a title of which no figure answers; null for none, and where of other targets nothing is told at all.</summary>
    public static TextSpan? ToldWithoutFigure(ExaminedRow examined, int index) =>
        Enumerable.Range(0, examined.Comparisons.Count).All(other => examined.Comparisons[other].Verdict != Verdict.NoNumber || AppliedFor(examined, other) is not null) ? AppliedFor(examined, index) : null;

    private static TextSpan? AppliedFor(ExaminedRow examined, int index)
    {
        var row = examined.Row;
        var target = row.Targets[index].Quantity;
        if (!row.ClaimsDone || examined.Comparisons[index].Verdict != Verdict.NoNumber || target.Kind != QuantityKind.Count || !Title.In(target.MetricKey) || Stages.Asked(target) is Stage.Applied or Stage.Prepared || examined.Restated.Any(restatement => restatement.Target == index && restatement.IsAsked))
        {
            return null;
        }

        var clauses = Clauses.All(row.Progress);
        return clauses.Exists(clause => Granted.Find(row.Progress, clause) is { } granted && Applying.Find(row.Progress, clause) is null && (granted.Start == 0 || row.Progress[granted.Start - 1] != '待'))
            ? null
            : clauses.Where(clause => Applying.Find(row.Progress, clause) is not null && !row.Stated.Any(stated => stated.BaseValue == target.BaseValue && stated.BaseUnit == target.BaseUnit && clause.Contains(stated.ValueSpan)) && (row.Targets.Count == 1 || Topics.Share(target.MetricKey, clause.Of(row.Progress)))).Select(clause => (TextSpan?)clause).FirstOrDefault();
    }

    private static bool IsProven(ExaminedRow examined, Quantity target, Quantity applied) =>
        IsNamed(examined.Row, target, applied) && !SaysWhoDecides(examined.Row, applied) && !TellsGrants(examined, applied) && !TellsFewer(examined, applied);

    /// <summary>8家企业申报，已公示3家: nobody takes the eight for the result.</summary>
    private static bool TellsHowManyPassed(ExaminedRow examined, Quantity applied) =>
        Clauses.SentenceAround(examined.Row.Progress, applied.Span) is var sentence
            && examined.Readings.Any(later => later.Quantity.Stage is "公示" or "签约" or "完成" or "落地" or "获批" or "认定" or "获评" or "通过" or "入选" or "入库" && later.Quantity.Span.Start > applied.Span.End && sentence.Contains(later.Quantity.ValueSpan) && later.Quantity.BaseUnit == applied.BaseUnit && later.Quantity.BaseValue < applied.BaseValue && Stages.Of(examined.Row.Progress, later.Quantity).Stage != Stage.Applied);

    /// <summary>申报26家，待公示; 申报6个。省林业局已组织实地核查: in the sentence, but for the name, and on to the next figure.</summary>
    private static bool SaysWhoDecides(CheckedRow row, Quantity applied)
    {
        var sentence = Clauses.SentenceAround(row.Progress, applied.Span);
        var next = row.Stated.Where(other => other.Kind != QuantityKind.Deadline && other.Span.Start >= applied.Span.End).Select(other => other.Span.Start).DefaultIfEmpty(row.Progress.Length).Min();
        return Says(sentence.Start, applied.Span.Start) || Says(applied.Span.End, Math.Max(sentence.End, next));

        bool Says(int start, int end) => start < end && Deciding.Find(row.Progress, TextSpan.Between(start, end)) is not null;
    }

    /// <summary>申报4家，其中3家已列入名单; 达成意向102件，签订合同67件; 签约412套，意向580套: the row tells itself how many came further.</summary>
    private static bool TellsFewer(ExaminedRow examined, Quantity applied) =>
        Clauses.SentenceAround(examined.Row.Progress, applied.Span) is var sentence
            && examined.Row.Stated.Any(later => later.Role == QuantityRole.Result && !ReferenceEquals(later, applied) && sentence.Contains(later.ValueSpan) && later.BaseUnit == applied.BaseUnit && later.BaseValue < applied.BaseValue && ComesFurther(examined.Row.Progress, later));

    private static bool ComesFurther(string text, Quantity later) =>
        ((later.Stage is not null || later.WholeIndex is null) && Stages.Of(text, later).Stage is not (Stage.Applied or Stage.Prepared)) || (Clauses.Around(text, later.ValueSpan).Of(text) is var clause && clause.Contains('已') && !clause.Contains("申报", StringComparison.Ordinal));

    /// <summary>签约落地项目11个，达成意向15个: what has come further stands beside it under its own verb, and nobody adds the two.</summary>
    private static bool TellsResultsBeside(ExaminedRow examined, Quantity applied) =>
        Clauses.SentenceAround(examined.Row.Progress, applied.Span) is var sentence
            && examined.Readings.Any(other => !ReferenceEquals(other.Quantity, applied) && sentence.Contains(other.Quantity.ValueSpan) && other.Quantity is { WholeIndex: null, BaseValue: > 0 } && other.Quantity.BaseUnit == applied.BaseUnit && other.Quantity.BaseValue < applied.BaseValue
                && (Realised.In(other.Quantity.MetricKey) || (Realised.In(other.Quantity.Stage.AsSpan()) && (other.Quantity.MetricKey.Length == 0 || other.Quantity.MetricKey == applied.MetricKey || IsBatch(applied.MetricKey)))));

    /// <summary>第一批认定6家，第二批申报9家: a batch has no name of its own.</summary>
    private static bool IsBatch(string name) => name.StartsWith('第') && name.EndsWith('批');

    /// <summary>小巨人申报5家；省级新认定9家: a row that tells grants as grants takes its applications for none.</summary>
    private static bool TellsGrants(ExaminedRow examined, Quantity applied) =>
        examined.Readings.Any(other => !ReferenceEquals(other.Quantity, applied) && other.Quantity.BaseUnit == applied.BaseUnit && Granted.Find(examined.Row.Progress, Clauses.Around(examined.Row.Progress, other.Quantity.ValueSpan)) is not null && Stages.Of(examined.Row.Progress, other.Quantity).Stage == Stage.Finished);

    /// <summary>达成意向611人 behind 招聘活动 need not be of the 高技能人才 that are asked for: without the name it is a guess.</summary>
    private static bool IsNamed(CheckedRow row, Quantity target, Quantity reading) =>
        target.MetricKey.Length == 0 || MetricMatch.Best(target.MetricKey, reading.MetricKey) >= MetricMatch.Enough || MetricMatch.IsGeneric(target.MetricKey) || Topics.Share(target.MetricKey, Clauses.SentenceAround(row.Progress, reading.Span).Of(row.Progress));
}
