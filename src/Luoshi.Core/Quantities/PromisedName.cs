namespace Luoshi.Core.Quantities;

/// <summary>
/// What is measured without the word that makes a plan of it: 计划投资, 改厕任务, 年度投资计划. <paramref name="Owner"/> is the project whose investment it is.
/// </summary>
internal readonly record struct PromisedName(string? Metric, string? Owner, bool Restated)
{
    private static readonly string[] Bare = ["目标", "任务", "目标任务", "指标", "数"];

    public static PromisedName Of(FigureParts parts, string? noun)
    {
        var (own, owner) = OfOwner(noun);
        var isTask = own is { Length: > 3 } && own.EndsWith("任务", StringComparison.Ordinal) && parts.IsCounted && ((own.Length > 4 && parts.Measure.Unit.Base is not ("项" or "件" or "个" or "条")) || MetricWords.EndsWithAny(own, "项目任务", "企业任务"));
        if (own is null || parts.IsTarget || parts.IsShare)
        {
            return new PromisedName(parts.IsTarget && isTask ? own![..^2] : own, owner, false);
        }

        if (parts.IsCounted && own.EndsWith("计划投资", StringComparison.Ordinal) && own.Length > 6)
        {
            // 医院迁建项目计划投资6.3亿元.
            return new PromisedName("投资", own[..^4], true);
        }

        if (own is "项目计划投资" or "工程计划投资")
        {
            return new PromisedName("投资", null, true);
        }

        if (own.Length > 5 && own.EndsWith("考核指标", StringComparison.Ordinal))
        {
            // 高标准农田建设考核指标23.1万亩.
            return new PromisedName(MetricNames.Clean(own.AsSpan(..^4)), owner, true);
        }

        if (Wholes.IsInside(parts.At, parts.Tokens) && own.Length <= 9 && MetricWords.EndsWithAny(own, "任务", "目标", "计划", "任务数", "目标数", "计划数") && own[0] is '省' or '市' or '县' or '区' or '州' or '上')
        {
            // 完成市目标任务4亿元的114%: of what has been told before.
            return new PromisedName(null, owner, true);
        }

        if (own.EndsWith("投资计划", StringComparison.Ordinal))
        {
            return new PromisedName(own, owner, true);
        }

        if (!parts.Phrase.Achieved && isTask)
        {
            // 下达农村改厕任务3200户: what is to be done; of 省下达任务 nothing remains.
            var named = MetricWords.EndsWithAny(own, "下达任务", "目标任务", "计划任务", "指标任务") ? own.Length > 7 ? own[..^4] : null : own[..^2];
            return new PromisedName(named is null ? null : MetricNames.Clean(named), owner, true);
        }

        return !TellsActual(parts) && !(own is "任务" && FollowsFigure(parts)) && !MetricWords.StartsWithAny(own, "任务单", "任务书") && Array.Find(MetricWords.Plans, plan => own.StartsWith(plan, StringComparison.Ordinal)) is { } plan
            ? new PromisedName(WithoutPlan(own, plan, parts), owner, !parts.Phrase.Achieved || Wholes.IsInside(parts.At, parts.Tokens))
            : new PromisedName(own, owner, false);
    }

    /// <summary>东岭水库项目<b>总投资</b>: the project is whose, not what. 水利总投资 is of a trade.</summary>
    private static (string? Own, string? Owner) OfOwner(string? own)
    {
        if (own is { Length: > 5 } && own.EndsWith("投资", StringComparison.Ordinal) && MetricWords.EndsWithAny(own.AsSpan(..^2), "公司", "集团"))
        {
            // 宏远港航公司投资13亿元.
            return (own[^2..], own[..^2]);
        }

        if (own is not { Length: > 3 } || !own.EndsWith("总投资", StringComparison.Ordinal) || own[..^3] is "协议" or "合同" or "签约" or "意向" || own.EndsWith("固定资产总投资", StringComparison.Ordinal) || own.StartsWith("计划", StringComparison.Ordinal))
        {
            return (own, null);
        }

        var owner = own[..^3];
        if (owner.Length == 2 && owner[1] is not '期' && owner is not ("项目" or "工程") && !MetricWords.EndsWithAny(owner, "概算", "估算", "预算"))
        {
            return (own, null);
        }

        owner = owner.Length > 2 && owner.EndsWith("计划", StringComparison.Ordinal) ? owner[..^2] : owner;
        return ("总投资", owner is "项目" or "工程" or "该项目" or "该工程" || owner.Contains('度') || MetricWords.EndsWithAny(owner, "概算", "估算", "预算") ? null : owner);
    }

    private static string? WithoutPlan(string own, string plan, FigureParts parts)
    {
        var rest = Bare.Contains(own[plan.Length..]) ? "" : own[plan.Length..];
        return plan.EndsWith("投资", StringComparison.Ordinal) ? plan[2..] + rest : Wholes.IsInside(parts.At, parts.Tokens) && rest.Length > 0 ? own : MetricNames.Clean(rest);
    }

    /// <summary>59项整改<b>任务</b>已完成23项: the tasks counted before, and no promise.</summary>
    private static bool FollowsFigure(FigureParts parts)
    {
        var before = parts.Phrase.FirstToken - 1;
        before -= before > 0 && parts.Tokens[before].Is(WordClass.Stage | WordClass.Verb) ? 1 : 0;
        return before >= 0 && parts.Phrase.FirstToken < parts.At && parts.Tokens[before].Kind == TokenKind.Measure;
    }

    /// <summary>年度计划新开项目<b>实际</b>开工150个: the plan stands in the name of what has been done.</summary>
    private static bool TellsActual(FigureParts parts) => parts.Text.AsSpan(parts.Tokens[parts.Lead.First].Start..parts.Tokens[parts.At].Start).StartsWith("实际");
}
