using Luoshi.Core.Checks.Figures;
using Luoshi.Core.Checks.Names;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Answers;

/// <summary>A figure of the progress (by its index) that says a target again. <paramref name="IsAsked"/> is whether that deserves a doubt.</summary>
internal readonly record struct Restatement(int Stated, int Target, bool IsAsked)
{
    /// <summary>Whether the text itself says that it is not done, or only asked for.</summary>
    public bool IsPlain { get; init; }
}

/// <summary>Finds figures that only repeat the target: the same measure and value, without a word that it was done.</summary>
internal static class Restatements
{
    /// <summary>How many figures on the real result may stand.</summary>
    private const int Farthest = 6;

    /// <summary>How far behind its clause it is still a figure that is spoken of.</summary>
    private const int Behind = 24;

    private static readonly WordFinder Done = new("已 完成 建成 实现 达到 累计 落实 共计 共有 共新 共改 共建 共完 共实 共开 共培 共引 共发 全部 实际 完工 竣工 交付 超额 提前 到位 达标 通过 获批 入选 获评 评为 命名 授牌 挂牌 评定 认定 招聘 招录 兑现 拨付 出台 启用 开放 运行 运营 落成 创成 成功 投用 投产 通车 新开通 开通 开行");

    private static readonly WordFinder NotYet = new("处于 阶段 正在 招投标 招标 启动 推进 尚未 前期 待 筹备 设计 目前已 现已 当前");

    // Behind the next stop 各项工作有序推进 is of nothing in particular.
    private static readonly WordFinder NotYetBehind = new("处于 正在 招投标 招标 尚未 前期 待 筹备 设计");

    private static readonly string[] General = ["各项", "各类", "相关", "总体", "整体", "其他", "其它", "有关", "全区", "全县", "全市"];

    private static readonly WordFinder Hiring = new("招聘 招录 招收 引进");

    private static readonly WordFinder Candidates = new("报名 笔试 面试 资格审查 资格复审 体检 招聘公告");

    private static readonly WordFinder Hired = new("录用 聘用 到岗 入职 上岗 报到 签订");

    private static readonly WordFinder InHand = new("正在 均按 都按 均在 都在");

    private static readonly WordFinder GoesOn = new("推进 正在 施工 在建 建设中");

    private static readonly WordFinder HandedDown = new("分解 下达 下发 部署");

    private static readonly WordFinder Finished = new("完成 建成 完工 竣工 交付 到位");

    private static readonly string[] Totals = ["总数", "总量", "总计", "累计", "全区累计", "全市累计", "全县累计"];

    private static readonly WordFinder Coming = new("预计 力争 计划 将 拟 争取 申报");

    private static readonly WordFinder Begun = new("启动 开工 动工 开建");

    private static readonly WordFinder Unbegun = new("未开工 未启动 未动工 未实施 未开展 没有开工 没有启动");

    public static List<Restatement> Of(CheckedRow row)
    {
        var found = new List<Restatement>();
        for (var i = 0; i < row.Stated.Count; i++)
        {
            var stated = row.Stated[i];

            // 案件0起: that nothing has happened can only be said in the same words.
            if (stated.BaseValue == 0 || stated.Role is not (QuantityRole.Result or QuantityRole.Restated) || stated.Kind is not (QuantityKind.Count or QuantityKind.Amount) || TargetSaidAgain(row, stated) is not { } target)
            {
                continue;
            }

            if (Stages.Of(row.Progress, stated).Stage == Stage.Applied || IsToldBegun(row.Progress, stated) || (row.Targets[target].Source.Field == "content" && Recurrences.Of(row.Content, row.Targets[target].Quantity) is not null))
            {
                // 1家企业申报, 启动16个助餐点建设: the number is that of the promise, and the verb says how far it is.
                continue;
            }

            if (row.Targets[target].Quantity.Stage is "续建" && GoesOn.Find(row.Progress, Clauses.Around(row.Progress, stated.Span)) is not null)
            {
                // 9个项目有序推进, where 9个 are to be gone on with: that is what was promised.
                continue;
            }

            if (IsTheSet(row.Progress, stated, row.Targets[target].Quantity))
            {
                found.Add(new Restatement(i, target, IsAsked: false));
            }
            else if (MetricMatch.IsPlaceholder(stated.MetricKey) && !IsHandedDown(row.Progress, stated))
            {
                found.Add(new Restatement(i, target, IsAsked: false));
            }
            else if (WholesTold.Is(row.Progress, stated) || TotalFollows(row.Progress, stated) || IsPartOfResult(row, stated) || IsBesideMore(row, stated))
            {
                continue;
            }
            else if (IsToldUnbegun(row.Progress, stated))
            {
                found.Add(new Restatement(i, target, IsAsked: false));
            }
            else if (IsHandedDown(row.Progress, stated))
            {
                found.Add(new Restatement(i, target, IsAsked: !OtherResult(row, i)) { IsPlain = true });
            }
            else if (SmallerFollows(row, i))
            {
                found.Add(new Restatement(i, target, IsAsked: false));
            }
            else if (stated.Role == QuantityRole.Restated)
            {
                found.Add(new Restatement(i, target, IsAsked: !OtherResult(row, i)) { IsPlain = true });
            }
            else if (!SaysDone(row.Progress, stated.Span) && !IsOneOfResults(row, stated))
            {
                // A number that stands in the name of the thing says nothing while other figures tell how far it is.
                found.Add(new Restatement(i, target, IsAsked: !SaysInHand(row.Progress, stated) && (SaysNotYet(row.Progress, stated.Span) || row.Stated.Count == 1)) { IsPlain = SaysNotYet(row.Progress, stated.Span) });
            }
        }

        return found;
    }

    /// <summary>共有积案300件，其中……, where 300件 are to be resolved: how many there are, and what is done of them is told behind.</summary>
    private static bool IsTheSet(string text, Quantity stated, Quantity target) =>
        stated.Stage is null && target.Stage is { } deed && !deed.StartsWith('新') && Clauses.Around(text, stated.Span) is var clause && text.AsSpan(clause.Start, Math.Max(0, stated.ValueSpan.Start - clause.Start)) is var before && (before.Contains("共有", StringComparison.Ordinal) || before.Contains("现有", StringComparison.Ordinal)) && !Finished.In(before);

    /// <summary>2座消防站均未开工; 任务18处，目前尚未开工: what has not begun is a doubt of its own.</summary>
    public static bool IsToldUnbegun(string text, Quantity stated)
    {
        var clause = Clauses.Around(text, stated.Span);
        return Unbegun.Find(text, clause) is not null
            || (clause.End < text.Length && text[clause.End] is '，' && Clauses.Around(text, new TextSpan(clause.End + 1, 0)) is var next && Unbegun.Find(text, next) is not null && !Clauses.HasFigures(text.AsSpan(next.Start, next.Length)));
    }

    /// <summary>1000个托位的任务已分解到各镇: what was asked has been passed on, and nothing done yet.</summary>
    private static bool IsHandedDown(string text, Quantity stated)
    {
        var clause = Clauses.Around(text, stated.Span);
        return HandedDown.Find(text, TextSpan.Between(Math.Min(stated.ValueSpan.End, clause.End), clause.End)) is { } words && Finished.Find(text, TextSpan.Between(words.End, clause.End)) is null;
    }

    /// <summary>签约10亿元以上项目3个，其中50亿元以上1个: a part of what was done, whatever was promised of it.</summary>
    private static bool IsPartOfResult(CheckedRow row, Quantity stated) =>
        stated is { Role: QuantityRole.Result, WholeIndex: { } at } && at < row.Stated.Count && row.Stated[at] is { Role: QuantityRole.Result } whole && TargetSaidAgain(row, whole) is null
            && row.Targets.Any(target => target.Quantity.BaseUnit == whole.BaseUnit && target.Quantity.BaseValue > whole.BaseValue);

    /// <summary>新增景区5家，总数达14家: what was added is told beside what there now is.</summary>
    private static bool TotalFollows(string text, Quantity stated)
    {
        var clause = Clauses.Around(text, stated.Span);
        return clause.End + 1 < text.Length && text[clause.End] is '，' && Array.Exists(Totals, total => string.CompareOrdinal(text, clause.End + 1, total, 0, total.Length) == 0);
    }

    private static int? TargetSaidAgain(CheckedRow row, Quantity stated)
    {
        for (var at = 0; at < row.Targets.Count; at++)
        {
            var target = row.Targets[at].Quantity;
            if (target.Kind == stated.Kind && target.BaseValue == stated.BaseValue && stated.BaseValue is not null
                && !(stated.Comparator == Comparator.GreaterThan && target.Comparator != Comparator.GreaterThan)
                && Kinds.SameThings(target.BaseUnit, stated.BaseUnit)
                && !(Stages.Phase(target) is { } asked && Stages.Phase(stated) is { } told && asked != told)
                && stated.MetricKey.Length > 0 && !IsNamedAsAnother(row, target, stated) && (MetricMatch.IsPlaceholder(stated.MetricKey) || MetricMatch.Score(target.MetricKey, stated.MetricKey) >= MetricMatch.Enough || MetricMatch.ShareMost(target.MetricKey, stated.MetricKey)))
            {
                return at;
            }
        }

        return null;
    }

    /// <summary>亿元以上项目4个, where 3个 of these and 4个项目 are asked for: the very name of another promise, which is not said again.</summary>
    private static bool IsNamedAsAnother(CheckedRow row, Quantity target, Quantity stated) =>
        target.MetricKey != stated.MetricKey && row.Targets.Any(other => other.Quantity.MetricKey == stated.MetricKey && other.Quantity.BaseUnit == stated.BaseUnit && other.Quantity.BaseValue != stated.BaseValue);

    // 安装设备3000台。目前已安装1800台: the second is the result.
    private static bool SmallerFollows(CheckedRow row, int index)
    {
        var first = row.Stated[index];
        return row.Stated.Skip(index + 1).Take(Farthest).Any(next => next.Role == QuantityRole.Result && next.Kind == first.Kind && next.BaseUnit == first.BaseUnit && next.BaseValue < first.BaseValue
            && (next.MetricKey.Length == 0 || next.MetricKey == first.MetricKey || Clauses.Around(row.Progress, first.Span).Contains(next.Span)));
    }

    private static bool OtherResult(CheckedRow row, int index) =>
        row.Stated.Where((other, at) => at != index && other.Role == QuantityRole.Result && other.BaseUnit == row.Stated[index].BaseUnit).Any();

    private static bool IsToldBegun(string text, Quantity stated)
    {
        var clause = Clauses.Around(text, stated.Span);
        return Begun.Find(text, TextSpan.Between(clause.Start, Math.Max(clause.Start, stated.ValueSpan.Start))) is not null;
    }

    /// <summary>新增龙头企业3家；完成认证7个: a verb of results, beside another result, in a text that speaks of nothing to come.</summary>
    private static bool IsOneOfResults(CheckedRow row, Quantity stated) =>
        VerbOf(row, stated) is { } verb && (verb.StartsWith("新增", StringComparison.Ordinal) || verb.StartsWith("新认定", StringComparison.Ordinal) || verb.StartsWith("引进", StringComparison.Ordinal)) && !SaysNotYet(row.Progress, stated.Span) && NotYet.Find(row.Progress, Clauses.SentenceAround(row.Progress, stated.Span)) is null && !Coming.In(row.Progress)
            && row.Stated.Any(other => other is { Role: QuantityRole.Result, BaseValue: not null } && !row.Targets.Any(target => target.Quantity.BaseValue == other.BaseValue));

    /// <summary>引进亿元以上项目15个，20亿元以上项目2个: one verb for the whole list.</summary>
    private static string? VerbOf(CheckedRow row, Quantity stated) =>
        stated.Stage ?? (Clauses.SentenceAround(row.Progress, stated.Span) is var sentence ? row.Stated.LastOrDefault(before => before.Span.End <= stated.Span.Start && sentence.Contains(before.Span) && before.BaseUnit == stated.BaseUnit)?.Stage : null);

    /// <summary>新建步道17条、运动场4个, where 15条 and 4个 are asked for: a list with more than was promised in it tells what is done, in a text that speaks of nothing to come.</summary>
    private static bool IsBesideMore(CheckedRow row, Quantity stated) =>
        Clauses.SentenceAround(row.Progress, stated.Span) is var sentence && NotYet.Find(row.Progress, sentence) is null && Coming.Find(row.Progress, sentence) is null
            && row.Stated.Any(more => more is { Role: QuantityRole.Result, MetricKey.Length: > 1 } && !ReferenceEquals(more, stated) && sentence.Contains(more.ValueSpan)
                && row.Targets.Any(target => target.Quantity.MetricKey == more.MetricKey && Kinds.IsVolume(target.Quantity) && target.Quantity.BaseUnit == more.BaseUnit && more.BaseValue > target.Quantity.BaseValue));

    /// <summary>6个老旧小区正在施工, 两个社区均按计划推进: a report on the six, which does not pass for their having been done.</summary>
    private static bool SaysInHand(string text, Quantity stated)
    {
        var clause = Clauses.Around(text, stated.Span);
        return InHand.Find(text, TextSpan.Between(Math.Min(stated.ValueSpan.End, clause.End), clause.End)) is not null;
    }

    private static bool SaysNotYet(string text, TextSpan span)
    {
        var clause = Clauses.Around(text, span);
        var sentence = Clauses.SentenceAround(text, span);
        return IsSaid(NotYet, TextSpan.Between(clause.Start, Math.Min(sentence.End, clause.End + Behind))) || IsSaid(NotYetBehind, TextSpan.Between(sentence.End, Math.Max(sentence.End, Math.Min(text.Length, clause.End + Behind))));

        bool IsSaid(WordFinder words, TextSpan within) => words.Find(text, within) is { } found && (found.Start < clause.End || !Array.Exists(General, Clauses.Around(text, found).Of(text).StartsWith));
    }

    // Said to be done in its own clause; or, where nothing speaks against it, by the way the list around it is told.
    private static bool SaysDone(string text, TextSpan span)
    {
        var clause = Clauses.Around(text, span);
        if (Hiring.Find(text, clause) is not null && Candidates.In(text) && !Hired.In(text))
        {
            // 公开招聘教师150名，2130人报名: how many places there are.
            return false;
        }

        if (Done.Find(text, clause) is not null)
        {
            return true;
        }

        var sentence = Clauses.SentenceAround(text, span);
        return Done.Find(text, TextSpan.Between(sentence.Start, clause.Start)) is not null && NotYet.Find(text, TextSpan.Between(clause.End, sentence.End)) is null && !SaysNotYet(text, span);
    }
}
