using Luoshi.Core.Checks.Answers;
using Luoshi.Core.Checks.Names;
using Luoshi.Core.Quantities;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Checks.Doubts;

/// <summary>目标有数、进展无数 — targets that no figure of the progress answers.</summary>
internal static class UnansweredTargets
{
    /// <summary>推进7个项目 names a set of things, it does not promise a number of them.</summary>
    private static readonly WordFinder NamesASet = new("加快 推进 支持 加大 抓好 围绕 引导 聚焦 依托 推动 深化 统筹 落实好");

    /// <summary>Others give out the figure: its absence is told, and not the unit's fault alone.</summary>
    private static readonly WordFinder Unpublished = new("未公布 未发布 未反馈 未核定 未出 待公布 待发布 年底公布 年底发布 年度核算 待核算");

    private static readonly WordFinder NotHappened = new("未发生 没有发生 零发生 未出现 没有出现 零事故 零死亡");

    // 两项, 三家: how many, in words.
    private static readonly string InWords = string.Join(' ', from number in "一两三四五六七八九" from measure in number == '一' ? "家座所处条户栋幢宗片" : "家个座所项处条名件户栋幢批宗场次片" select $"{number}{measure}");

    private static readonly WordFinder Amounts = new("首批 部分 陆续 多数 多个 多家 多处 数家 数个 若干 " + InWords + " 过半 一半 半数 大半 全部 全覆盖 全面完成 基本完成 基本建成 超额 均已 都已 其余 大部分 多数 近半 尾声 收尾 圆满 如期 翻番 分之");

    private static readonly WordFinder There = new("投运 建成 投用 投产 通车 交付 竣工 完工 投入使用 投入运营 正式运营 上线 挂牌 揭牌 获批 获评 入选 开园 开业 开馆 开放 落成 启用 公布 施工 通过 过会 入围 签约 落地 认定 命名 授牌 报审 运营 开街 列入 入列");

    private static readonly WordFinder Arrived = new("投运 建成 投用 投产 通车 交付 竣工 完工 投入使用 投入运营 上线 挂牌 揭牌 获批 获评 获得 荣获 获省 获全国 获国家 获市 入选 列入 入列 开园 开业 开馆 开放 落成 启用 签约 落地 认定 命名 授牌 运营 开街 如期 圆满 成功");

    private static readonly WordFinder Deciding = new("申报 申请 上报 推荐 评审 初审 公示 审核 培育 意向");

    private static readonly string[] Generic = ["项目", "企业", "工程", "单位", "品牌"];

    private static readonly string[] Levels = ["国家", "省级", "市级", "全国"];

    private static readonly WordFinder ToCome = new("预计 计划 拟 将 力争 争取 确保 待 未 推动 加快 有望 前期 方案 要求 图 招标 招投标 许可");

    public static Doubt? Find(ExaminedRow examined, CheckSettings settings)
    {
        var row = examined.Row;
        // Whoever answers 是 has something to show; without an answer an empty cell is no report at all.
        if (!row.ClaimsDone || (row.Progress.Length == 0 && row.Task.PlanMet is null))
        {
            return null;
        }

        var answered = examined.Comparisons.Any(comparison => comparison.Verdict is not (Verdict.NoNumber or Verdict.NotComparable) && row.Targets[comparison.Target].Quantity.Kind != QuantityKind.Deadline);
        // In the first months most targets have no figure yet; a row with none at all is asked about.
        var early = examined.AsOf.Month < settings.FirstPaceMonth && examined.Readings.Any(reading => reading.Quantity.Kind != QuantityKind.Deadline);
        if (early)
        {
            return null;
        }

        var steps = new PlannedSteps(row);
        var missing = examined.Comparisons
            .Where(comparison => (comparison.Verdict == Verdict.NoNumber || IsNearestOfAnother(examined, comparison.Target))
                && Promises(row, comparison.Target)
                && steps.For(row.Targets[comparison.Target].Quantity, examined.AsOf) is not { IsDue: false }
                && !IsToldOtherwise(examined, comparison.Target)
                && !(answered && IsSpokenOf(examined, comparison.Target)))
            .Select(comparison => comparison.Target)
            .ToList();
        if (missing.Count == 0)
        {
            return null;
        }

        var nothing = row.Progress.Length == 0 || (!MeetingCounts.LeaveAFigure(examined, _ => true) && !missing.Exists(index => TellsOfIt(row, index)) && IsAsked(row.Task.Frequency, examined.AsOf) && examined.AsOf.Month >= settings.FirstPaceMonth);
        var pace = nothing ? TargetDoubts.AheadOfPace.Find(row.Progress, new TextSpan(0, row.Progress.Length)) : null;
        var claim = pace?.Of(row.Progress);
        var targets = string.Join("、", missing.Select(index => Judging.Promise(row.Targets[index].Quantity)));
        return new Doubt(
            nothing ? DoubtRule.NoFigureAtAll : DoubtRule.TargetUnanswered,
            nothing && !TellsInWords(row) && !missing.Exists(index => HasUnread(row, row.Targets[index].Quantity)) && !HasAPlanned(row, missing) && LaterMonths.In(row.Progress, new TextSpan(0, row.Progress.Length), examined.AsOf) is null ? DoubtStrength.Strong : DoubtStrength.Weak,
            $"目标有数：{targets}；完成情况中{(claim is null ? "" : $"写“{claim}”，")}{(nothing ? "没有任何完成数" : "没有对应的完成数")}。请核实并补充累计完成数。",
            [.. missing.Select(index => row.Targets[index].Source), .. pace is { } boast ? (Evidence[])[row.Quote(boast)] : []],
            []);
    }

    /// <summary>A number that nothing was made of, in the target's unit or, where it has none, with a decimal point: it may be the answer, so that its absence is not proved.</summary>
    private static bool HasUnread(CheckedRow row, Quantity target)
    {
        for (var at = 0; at < row.Progress.Length; at++)
        {
            var end = at;
            while (end < row.Progress.Length && (char.IsAsciiDigit(row.Progress[end]) || (row.Progress[end] == '.' && end > at)))
            {
                end++;
            }

            if (end > at && (target.Unit.Length > 0 ? string.CompareOrdinal(row.Progress, end, target.Unit, 0, target.Unit.Length) == 0 : row.Progress.AsSpan(at, end - at).Contains('.'))
                && !row.Stated.Any(stated => stated.Span.Contains(new TextSpan(at, end - at))))
            {
                return true;
            }

            at = Math.Max(at, end);
        }

        return false;
    }

    /// <summary>拟新辟2条，优化调整13条: whether the second is only meant as well the text does not say.</summary>
    private static bool HasAPlanned(CheckedRow row, List<int> missing) =>
        row.Stated.Any(told => told.Role == QuantityRole.Plan && told.BaseValue is not null && missing.Exists(index => row.Targets[index].Quantity is var target && target.Kind == told.Kind && target.BaseUnit == told.BaseUnit && target.BaseValue != told.BaseValue));

    /// <summary>2024年为2.48%；实际完成95个: a figure of the target's own sort that is not read as this year's result is yet more than nothing.</summary>
    private static bool TellsOfIt(CheckedRow row, int index)
    {
        var target = row.Targets[index].Quantity;
        return Unpublished.In(row.Progress) || row.Stated.Any(stated => stated.Role is QuantityRole.Baseline or QuantityRole.Plan && stated.Kind == target.Kind && stated.BaseUnit == target.BaseUnit && stated.BaseValue != target.BaseValue
            && (stated.Role == QuantityRole.Baseline || Clauses.Around(row.Progress, stated.Span).Of(row.Progress).Contains("实际", StringComparison.Ordinal)));
    }

    private static bool Promises(CheckedRow row, int index)
    {
        var target = row.Targets[index];
        if (target.Quantity.Kind is QuantityKind.Deadline || target.Quantity.Value is null || target.Quantity.Role != QuantityRole.Target || Judging.HasFloor(row.Targets, index))
        {
            return false;
        }

        if (target.Quantity.Kind is not (QuantityKind.Count or QuantityKind.Amount) || target.Source.Field != "content")
        {
            return true;
        }

        // 新增泊位1500个，惠及居民3万人: whom it is good for follows from what is done.
        if (target.Quantity.Metric is { } metric && (metric.StartsWith("惠及", StringComparison.Ordinal) || metric.StartsWith("受益", StringComparison.Ordinal)))
        {
            return false;
        }

        // 完成10个重点项目年度投资任务: the number is of the projects, and the task is theirs.
        if (target.Quantity.Kind == QuantityKind.Count && target.Quantity.Metric?.EndsWith("任务", StringComparison.Ordinal) == true)
        {
            return false;
        }

        // Only a set in the middle of a clause: 加快推进科创园等7个项目建设.
        var clause = Clauses.Around(row.Content, target.Quantity.Span);
        var behind = clause.End - target.Quantity.Span.End;
        return !(behind > 0 && NamesASet.Find(row.Content, TextSpan.Between(clause.Start, target.Quantity.Span.End)) is not null) && !NamesASet.In(target.Quantity.Stage.AsSpan());
    }

    /// <summary>Whether the figure that comes nearest is of another measure, or of a step that is none of applying, intending or a share of the works.</summary>
    private static bool IsNearestOfAnother(ExaminedRow examined, int index)
    {
        var (row, asked) = (examined.Row, examined.Row.Targets[index].Quantity.MetricKey);
        return examined.Pairs[index] switch
        {
            { Obstacle: Obstacle.Measure, Reading: { } level } => examined.Readings[level].Quantity.MetricKey is var told && (told != asked || examined.Readings[level].Quantity.BaseUnit == examined.Row.Targets[index].Quantity.BaseUnit + "次") && !Classes.IsMember(told, asked) && (Contrasts.Differ(asked, told) || NamedParts.Of(row, row.Targets[index].Quantity, examined.Readings[level].Quantity) is null),
            { Obstacle: Obstacle.Stage, Reading: { } near } => Stages.Of(row.Progress, examined.Readings[near].Quantity) is var (stage, words) && stage != Stage.Applied && !Stages.IsIntention(row.Progress, words) && !TellsShareOfWork(examined, near),
            _ => false,
        };
    }

    /// <summary>Whether the row says in another way what has become of the target, or is asked about it by another doubt.</summary>
    private static bool IsToldOtherwise(ExaminedRow examined, int index) =>
        AnsweredBySibling(examined, index) || IsToldByName(examined, index) || IsToldInOtherUnit(examined, index) || IsToldOfItsKinds(examined, index)
            || ToldInOtherWords.Is(examined, index) || HasNotHappened(examined.Row, index) || IsToldAsOfLater(examined, index) || IsToldUnbegun(examined, index) || IsRestated(examined, index) || AreToldByName(examined.Row, index) || Applications.ToldWithoutFigure(examined, index) is not null;

    /// <summary>20条45公里, 60亿元、增长9%: one answer is an answer. So it is where content and target say one promise in two wordings, 旅游接待320万人次 and 接待游客320万人次.</summary>
    private static bool AnsweredBySibling(ExaminedRow examined, int index)
    {
        var asked = examined.Row.Targets[index];
        return examined.Comparisons.Any(other => other.Target != index && other.Reading is not null && IsSibling(asked, examined.Row.Targets[other.Target]));
    }

    private static bool IsSibling(StatedQuantity asked, StatedQuantity other) =>
        (asked.Quantity.MetricKey.Length > 0 && asked.Quantity.MetricKey == other.Quantity.MetricKey)
            || (asked.Source.Field != other.Source.Field && asked.Quantity.BaseValue is not null && asked.Quantity.BaseValue == other.Quantity.BaseValue && asked.Quantity.BaseUnit == other.Quantity.BaseUnit);

    /// <summary>新增上市企业1家, answered by 青云科技已于5月20日上市: few things are told by their names.</summary>
    private static bool IsToldByName(ExaminedRow examined, int index)
    {
        const int Few = 5;
        const int LastWord = 3;
        var target = examined.Row.Targets[index].Quantity;
        return target is { Kind: QuantityKind.Count, BaseValue: <= Few, Metric: { } metric }
            && (Stages.IsToldFinished(examined.Row.Progress, metric) || (metric.Length > LastWord && Stages.IsToldFinished(examined.Row.Progress, metric[^LastWord..]))
                || examined.Readings.Any(reading => reading.Quantity is { Kind: QuantityKind.Deadline, Stage: { } told } && (metric.Contains(told, StringComparison.Ordinal) || target.Stage == told)));
    }

    /// <summary>
    /// 青岚纸业入选国家级绿色工厂名单, where one is asked for; 高跷、竹编列入省级非遗名录, where two are: a clause that has the thing's name, tells that it
    /// has come about and names as many as are asked for.
    /// </summary>
    private static bool AreToldByName(CheckedRow row, int index)
    {
        const int Few = 5;
        const int LastWord = 3;
        const int Shortest = 2;
        if (row.Targets[index].Quantity is not { Kind: QuantityKind.Count, BaseValue: >= 1 and <= Few, MetricKey: { Length: >= Shortest } key } target)
        {
            return false;
        }

        var name = Array.Find(Generic, word => key.Length > word.Length + 1 && key.EndsWith(word, StringComparison.Ordinal)) is { } tail ? key[..^tail.Length] : key;
        var last = name[^(name.Length > Shortest + LevelLength(name) ? Math.Min(LastWord, name.Length - LevelLength(name)) : Shortest)..];
        return Clauses.All(row.Progress).Exists(clause => clause.Of(row.Progress) is var words && words.Contains(last, StringComparison.Ordinal) && (Arrived.In(words) || IsDeedDone(row.Content, words)) && !ToCome.In(words) && !Deciding.In(words)
            && words.Split(['、', '和', '及', '与']).Length >= target.BaseValue && (LevelOf(key) is not { } level || words.Contains(level, StringComparison.Ordinal)));

        static string? LevelOf(string name) => Array.Find(Levels, level => name.Contains(level, StringComparison.Ordinal));

        static int LevelLength(string name) => LevelOf(name)?.Length ?? 0;
    }

    /// <summary>分析会已召开 for 召开1次分析会: the verb behind 已 is the task's own.</summary>
    private static bool IsDeedDone(string content, string words)
    {
        const int Verb = 2;
        var at = words.IndexOf('已', StringComparison.Ordinal);
        return at >= 0 && at + 1 + Verb <= words.Length && content.Contains(words.Substring(at + 1, Verb), StringComparison.Ordinal);
    }

    /// <summary>抽检4批次/千人, answered by 抽检1320批次: the figure is there, in another measure.</summary>
    private static bool IsToldInOtherUnit(ExaminedRow examined, int index) =>
        examined.Row.Targets[index].Quantity is { Kind: QuantityKind.Level, MetricKey: { Length: > 1 } key } target && target.Unit.Contains('/', StringComparison.Ordinal)
            && examined.Readings.Any(reading => MetricMatch.Score(key, reading.Quantity.MetricKey) >= 0.9);

    /// <summary>未发生森林火灾, where a rate of fires has a ceiling: what has not happened has no rate.</summary>
    private static bool HasNotHappened(CheckedRow row, int index) =>
        (row.Targets[index].Quantity.Kind == QuantityKind.Ceiling || row.Targets[index].Quantity.Comparator is Comparator.AtMost or Comparator.LessThan) && NotHappened.In(row.Progress);

    /// <summary>宫颈癌筛查3210人、乳腺癌筛查3188人 for “两癌”筛查: two figures in the unit that is asked for, with the target's own last word.</summary>
    private static bool IsToldOfItsKinds(ExaminedRow examined, int index)
    {
        const int LastWord = 3;
        return examined.Row.Targets[index].Quantity is { MetricKey: { Length: > LastWord } key } target && key[^LastWord..] is var tail
            && examined.Readings.Count(reading => reading.Quantity.BaseUnit == target.BaseUnit && reading.Quantity.Kind == target.Kind && reading.Quantity.MetricKey.EndsWith(tail, StringComparison.Ordinal) && reading.Quantity.BaseValue != target.BaseValue && Stages.Answers(Stages.Asked(target), Stages.Of(examined.Row.Progress, reading.Quantity).Stage)) > 1;
    }

    /// <summary>已于8月底组建7个 in June: that the day is still to come is a doubt of its own.</summary>
    private static bool IsToldAsOfLater(ExaminedRow examined, int index) =>
        examined.Row.Targets[index].Quantity is var target && examined.Row.Stated.Any(later => later.To > examined.AsOf && later.BaseUnit == target.BaseUnit && later.Kind == target.Kind && MetricMatch.Score(target.MetricKey, later.MetricKey) >= MetricMatch.Enough) && DatesToCome.Find(examined) is not null;

    /// <summary>15个项目尚未开工: that nothing has begun is a doubt of its own.</summary>
    private static bool IsToldUnbegun(ExaminedRow examined, int index) =>
        (examined.Pairs[index] is { Obstacle: Obstacle.Stage, Reading: { } near } && examined.Readings[near].Quantity.Stage is "未开工" or "未启动")
            || examined.Restated.Any(restatement => restatement.Target == index && Restatements.IsToldUnbegun(examined.Row.Progress, examined.Row.Stated[restatement.Stated]));

    /// <summary>12幢主体封顶，完成总工程量的56%: how far the works are is told, in the only way there is.</summary>
    private static bool TellsShareOfWork(ExaminedRow examined, int near) =>
        Clauses.SentenceAround(examined.Row.Progress, examined.Readings[near].Quantity.Span) is var sentence
            && examined.Readings.Any(reading => reading.Quantity.Kind == QuantityKind.ShareOfPlan && sentence.Contains(reading.Quantity.ValueSpan) && ShareOfTarget.IsOfWork(examined.Row.Progress, reading.Quantity));

    /// <summary>Whether the progress has more of the target's name than what the answers to other targets are named by: 技能人才1620人 does not speak of 高技能人才.</summary>
    private static bool IsSpokenOf(ExaminedRow examined, int index)
    {
        var row = examined.Row;
        var key = row.Targets[index].Quantity.MetricKey;
        var others = string.Join('，', examined.Comparisons.Where(other => other.Target != index && other.Reading is not null).Select(other => $"{row.Targets[other.Target].Quantity.MetricKey}，{examined.Readings[other.Reading!.Value].Quantity.MetricKey}"));
        return Topics.ShareBeyond(key, row.Progress, others);
    }

    /// <summary>Whether words tell how much is done, or that something is there: 基本完成, 青溪路已通车. What they leave open is a question, no proof.</summary>
    private static bool TellsInWords(CheckedRow row) =>
        Clauses.All(row.Progress).Exists(clause => (Amounts.Find(row.Progress, clause) is not null || There.Find(row.Progress, clause) is not null || clause.Of(row.Progress).EndsWith("完成", StringComparison.Ordinal)) && ToCome.Find(row.Progress, clause) is null)
            || row.Stated.Any(stated => stated is { Kind: QuantityKind.Deadline, Role: QuantityRole.Plan });

    private static bool IsRestated(ExaminedRow examined, int target) => examined.Restated.Any(restatement => restatement.Target == target && restatement.IsAsked);

    private static bool IsAsked(ReportingFrequency? frequency, ReportingPeriod asOf) => frequency is not { } asked || asked switch
    {
        ReportingFrequency.Weekly or ReportingFrequency.Biweekly or ReportingFrequency.Monthly => true,
        ReportingFrequency.Quarterly => asOf.Month % 3 == 0,
        ReportingFrequency.HalfYearly => asOf.Month % 6 == 0,
        ReportingFrequency.Yearly => asOf.Month == 12,
    };
}
