using System.Buffers;
using Luoshi.Core.Checks.Doubts;
using Luoshi.Core.Checks.Names;
using Luoshi.Core.Quantities;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Checks.Figures;

/// <summary>Tells where the promise is said again only to say that all of it is done: 计划新建基站400座，一季度已全部建成; 提前完成改造300户的任务.</summary>
internal static class WholesTold
{
    private const int FarthestBehind = 6;

    private const int FarthestClauses = 3;

    private static readonly WordFinder All = new("全部 均已 都已 已全面 已完成 已建成 已完工 已竣工 提前完成 超额完成");

    private static readonly WordFinder Done = new("完成 建成 完工 竣工 交付 投用 投产 通车 到位 办结 开通 配备 发放 安装");

    private static readonly WordFinder Early = new("方案 规划 设计 招标 招投标 审批 立项 选址 摸排 申报 评审 征集 公示 分解 编制 开工 启动 进场 动工 签约 前期 手续 下达 测绘 主体");

    private static readonly WordFinder ToCome = new("预计 力争 确保 计划 将 拟 争取 有望 待 未 可");

    /// <summary>The characters of 该项目已于3月1日正式建成投用 and the like: that the thing before is done, and when.</summary>
    private static readonly SearchValues<char> SaysWhen = SearchValues.Create("该项目工程现均都已于全部面正式顺利圆满提前年月日底初上中下旬季度半0123456789完成建工竣交付投用产通车到位办结开运行入使营并");

    private static readonly string[] Achieving = ["完成", "实现", "达到", "达成"];

    private static readonly string[] Asked = ["目标", "任务", "计划", "目标任务", "任务目标"];

    /// <summary>The figures with those that were planned, begun or only said again, and are then told as done, as results.</summary>
    public static IReadOnlyList<Quantity> AsResults(string progress, IReadOnlyList<Quantity> read, IReadOnlyList<StatedQuantity> targets, ReportingPeriod? asOf) => ReadFigures.Changed(
        read,
        quantity => quantity.Role is QuantityRole.Restated or QuantityRole.Plan or QuantityRole.Result && Kinds.IsVolume(quantity) && quantity.BaseValue is not null
                && targets.Any(target => target.Quantity.Kind == quantity.Kind && target.Quantity.BaseValue == quantity.BaseValue && Kinds.SameThings(target.Quantity.BaseUnit, quantity.BaseUnit))
                && Is(progress, quantity) && !IsToCome(progress, quantity, asOf)
            ? quantity.Role == QuantityRole.Result ? quantity with { Stage = "完成" } : quantity with { Role = QuantityRole.Result, Stage = "完成", From = null, To = null }
            : null);

    /// <summary>已于9月全部建成 in June: whatever it is, it is not done.</summary>
    private static bool IsToCome(string text, Quantity quantity, ReportingPeriod? asOf) =>
        asOf is { } now && Clauses.Around(text, quantity.Span) is var clause && clause.Of(text).Contains("已于", StringComparison.Ordinal) && LaterMonths.In(text, clause, now) is not null;

    /// <summary>Whether the words around the figure say that the whole of it is done.</summary>
    public static bool Is(string text, Quantity quantity)
    {
        var clause = Clauses.Around(text, quantity.Span);
        var behind = TextSpan.Between(Math.Min(quantity.ValueSpan.End, clause.End), clause.End);
        return ClosesAPromise(text, clause, quantity.ValueSpan) || IsAllDone(text, behind) || SaysOnlyDone(text.AsSpan(behind.Start, behind.Length)) || FollowedByAllDone(text, clause);
    }

    /// <summary>停车位2815个，其中……配建车位1640个, where 车位 are asked for: the whole that has the asked name at its end, or is told in the promise's own verb (新植), answers before its part. Null for what is no part of such a whole.</summary>
    public static int? Above(CheckedRow row, IReadOnlyList<StatedQuantity> readings, int asked, int part)
    {
        if (row.Targets[asked].Quantity is not { WholeIndex: null, MetricKey.Length: > 1 } target || !Kinds.IsVolume(target) || readings[part].Quantity is not { Stage: null, WholeIndex: { } at } told || at >= row.Stated.Count || row.Stated[at] is not { } whole || whole.BaseUnit != told.BaseUnit || !(whole.MetricKey.EndsWith(target.MetricKey, StringComparison.Ordinal) || whole.MetricKey == DeedNames.VerbBefore(row, row.Targets[asked])))
        {
            return null;
        }

        var index = Enumerable.Range(0, readings.Count).FirstOrDefault(i => ReferenceEquals(readings[i].Quantity, whole), -1);
        return index < 0 ? null : index;
    }

    /// <summary>完成安装100台的年度目标: an achievement before the figure, what was asked behind it, and nothing more.</summary>
    private static bool ClosesAPromise(string text, TextSpan clause, TextSpan value)
    {
        var before = text.AsSpan(clause.Start, Math.Max(0, value.Start - clause.Start));
        var behind = text[Math.Min(value.End, clause.End)..clause.End].TrimEnd();
        return Array.Exists(Asked, word => behind.EndsWith(word, StringComparison.Ordinal)) && !ToCome.In(before) && Achieves(before) && !IsInHandBehind(text, clause);
    }

    /// <summary>完成1200场的任务，目前正在招标: what the next clause is still about is not done.</summary>
    private static bool IsInHandBehind(string text, TextSpan clause) =>
        clause.End < text.Length && text[clause.End] is '，' && Clauses.Around(text, new TextSpan(clause.End + 1, 0)) is var next && next.Of(text) is var words && (words.Contains("正在", StringComparison.Ordinal) || words.Contains('尚') || Early.Find(text, next) is not null);

    private static bool Achieves(ReadOnlySpan<char> words)
    {
        foreach (var word in Achieving)
        {
            if (words.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool FollowedByAllDone(string text, TextSpan clause)
    {
        for (var step = 0; step < FarthestClauses && clause.End < text.Length && text[clause.End] is '，'; step++)
        {
            clause = Clauses.Around(text, new TextSpan(clause.End + 1, 0));
            if ((!Clauses.HasFigures(text.AsSpan(clause.Start, clause.Length)) && IsAllDone(text, clause)) || SaysOnlyDone(text.AsSpan(clause.Start, clause.Length)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>该项目已于3月完成: that it is done and when, and not a word more, is of what stands before.</summary>
    private static bool SaysOnlyDone(ReadOnlySpan<char> clause) =>
        clause.Contains('已') && Done.In(clause) && !Clauses.HasFigures(clause) && clause.IndexOfAnyExcept(SaysWhen) < 0;

    /// <summary>一季度已全部建成开通; not 已全部完成施工图设计, and not 已完成12座.</summary>
    private static bool IsAllDone(string text, TextSpan clause)
    {
        if (All.Find(text, clause) is not { } all || Done.Find(text, TextSpan.Between(all.Start, clause.End)) is not { } done)
        {
            return false;
        }

        // 26条水体中14条已完成整治: of the fourteen.
        return !Clauses.HasFigures(text.AsSpan(clause.Start, all.Start - clause.Start)) && clause.End - done.End <= FarthestBehind && Early.Find(text, clause) is null && ToCome.Find(text, TextSpan.Between(clause.Start, all.Start)) is null
            && text.AsSpan(all.Start, clause.End - all.Start).IndexOfAnyInRange('0', '9') < 0;
    }
}
