using Luoshi.Core.Checks.Answers;
using Luoshi.Core.Checks.Names;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Doubts;

/// <summary>What the wording of one row gives reason to ask.</summary>
internal static class WordingDoubts
{
    // A text of more clauses tells more than results.
    private const int MostResults = 20;

    private static readonly WordFinder GoodWhenZero = new("事故 投诉 伤亡 死亡 火灾 差错 纠错 败诉 复发 返工 退货 违约 信访 上访 返贫 案件 疫情 感染 违法 违规 暴雷 欠薪 拖欠 失信 缺陷 舆情 非访 违建 溺水 逾期");

    private static readonly WordFinder HoldingDown = new("严控 控制 严防 防范 防止 杜绝 遏制 化解 压降 降低 减少 清零 严禁 打击 为零 零新增 不发生");

    private static readonly WordFinder NotBegun = new(string.Join(' ',
        from not in (string[])["尚未", "暂未", "还未", "仍未", "均未", "还没有", "尚没有", "没有", "未能", "未"]
        from begin in (string[])["开工", "启动", "动工", "开展", "实施", "进场", "开始", "动笔", "立项"]
        select not + begin));

    private static readonly WordFinder Lagging = new(string.Join(' ',
        from lag in (string[])["未达", "未达到", "滞后", "滞后于", "落后", "落后于", "低于", "慢于"]
        from pace in (string[])["序时", "时序进度", "时间进度", "月度计划", "计划进度", "进度计划"]
        select lag + pace));

    private static readonly WordFinder OfSome = new("个别 部分 其中 少数 有的 除 其余 防止 避免 杜绝 对未 去年 上月 前期 曾 已追平 已赶上 追回");

    private static readonly WordFinder OfOthers = new("复核 评审 考评 评估 公示 考核 抽查 认定");

    private static readonly WordFinder Later = new("预计 计划 拟 将于 待 下半年 下月 争取");

    private static readonly WordFinder Explained = new("预计 计划 拟 将于 暑期 下半年 汛后 秋季 秋冬 月起 影响 由于 待 安排在 开工 施工 在建 年底前 月底前");

    private static readonly WordFinder Reasons = new("由于 因为 原因 影响 困难 导致 制约 等待 缺口 暂缓 不具备 未到位 尚未到位 退出 存在问题 延迟 推迟 不足 紧张 短缺 月才 底才 日才 初才 不够 无法 难以 受阻 受限 纠纷 不同意 不愿 不配合 不支持 不符合 拒绝 反对");

    // 管线未迁, 用地指标未批: what has not been done by others. 未完成, 未达序时 only say the shortfall again.
    private static readonly WordFinder Lacking = new("未 没有");

    private static readonly WordFinder ShortAgain = new("未完成 未能完成 未达 未能达 未按 未完工 未建成 未实现 没有完成 没有达到");

    private static readonly WordFinder Process = new(
        "召开 部署 制定 研究 学习 调研 对接 座谈 会议 培训 动员 谋划 排摸 摸排 梳理 走访 方案 要点 明确责任 督促 指导 宣传 沟通 协调 筹备 考察 汇报 传达 分解 压实 专班 工作组 推进会 邀请 商讨 洽谈");

    private static readonly WordFinder Held = new("举办 召开 承办 举行");

    private static readonly string[] GivenOut = ["出台", "发布", "印发", "设立", "成立", "组建", "签订"];

    private static readonly WordFinder Gathering = new("培训 会议 座谈 讲座 推进会 动员会 部署会");

    private static readonly WordFinder Meeting = new("召开 座谈会 会议");

    private static readonly WordFinder Outcome = new(
        "完成 建成 完工 竣工 开工 运营 开业 开街 开园 投用 投产 通车 交付 落地 签约 新增 实现 达到 达 通过 出台 上线 发放 安装 整改到位 办结 获批 获评 入选 认定 引进 招引 销号 拆除 改造了 启用 开放 运行 封顶 结顶 贯通 合龙 铺设 摊铺 浇筑 吊装 化解 查处 正式 举办 结业 增长 占 取得 获得 进度 投资 惠及 受益 帮扶");

    private const int Thing = 3;

    private static readonly WordFinder AsksOutcome = new("建成 竣工 完工 投用 投产 通车 交付 新建 新增 开工");

    public static Doubt? Zero(ExaminedRow examined)
    {
        var row = examined.Row;
        if (!row.ClaimsDone)
        {
            return null;
        }

        List<string>? heldDown = null;
        foreach (var reading in examined.Readings.Where(reading => reading.Quantity is { Value: 0, Kind: QuantityKind.Count or QuantityKind.Amount }))
        {
            var clause = Clauses.Around(row.Progress, reading.Quantity.Span);
            if (GoodWhenZero.Find(row.Progress, clause) is not null || GoodWhenZero.In(reading.Quantity.Metric.AsSpan()))
            {
                continue;
            }

            // 暑期施工，目前完成0间: the row says itself why there is nothing yet.
            if (Explained.Find(row.Progress, Clauses.SentenceAround(row.Progress, reading.Quantity.Span)) is not null)
            {
                continue;
            }

            heldDown ??= [.. Clauses.All(row.Content).Where(held => HoldingDown.Find(row.Content, held) is not null).Select(held => held.Of(row.Content))];
            if (IsToBeHeldDown(heldDown, reading.Quantity))
            {
                continue;
            }

            // A nought of something that the task does not speak of is no reason to ask.
            if (reading.Quantity.MetricKey.Length > 0 && !Topics.Share(SameNames.Kept(reading.Quantity.MetricKey), SameNames.Kept(row.Content)))
            {
                continue;
            }

            return new Doubt(
                DoubtRule.ZeroFigure,
                IsZeroOfTheWork(examined, reading.Quantity) ? DoubtStrength.Strong : DoubtStrength.Weak,
                $"“{reading.Source.Text}”，数值为零{(row.Task.PlanMet == true ? "，填报为“是”" : "")}。请核实是否尚未开展、计划从哪个月开始。",
                [reading.Source],
                []);
        }

        return null;
    }

    /// <summary>新增隐性债务0元, where the task is to hold it down: nothing is what was asked for.</summary>
    private static bool IsToBeHeldDown(List<string> heldDown, Quantity zero)
    {
        const int Telling = 2;
        return zero.MetricKey.Length >= Telling && heldDown.Exists(clause => clause.Contains(zero.MetricKey[^Telling..], StringComparison.Ordinal));
    }

    /// <summary>完成水库加固0座: nothing is done where it was to be done. 超期件0件 may be as it should.</summary>
    private static bool IsZeroOfTheWork(ExaminedRow examined, Quantity zero) =>
        Stages.SaysFinished(zero) || (zero.Stage is null && Stages.Of(examined.Row.Progress, zero).Stage == Stage.Finished)
            || examined.Pairs.Any(pair => pair is { Obstacle: Obstacle.None, Reading: { } index } && ReferenceEquals(examined.Readings[index].Quantity, zero) && examined.Row.Targets[pair.Target].Quantity.Comparator is not (Comparator.AtMost or Comparator.LessThan));

    public static Doubt? NotStarted(ExaminedRow examined)
    {
        var row = examined.Row;
        if (!row.ClaimsDone)
        {
            return null;
        }

        foreach (var found in NotBegun.All(row.Progress))
        {
            // 督促未开工项目 speaks of projects that are not begun, not of this task.
            var after = row.Progress.AsSpan(found.End);
            if (after.Length > 0 && after[0] is '的' or '项' or '企' or '地' or '工' or '率' or '面' or '任')
            {
                continue;
            }

            var clause = Clauses.Around(row.Progress, found);
            var thing = row.Progress[found.End..Math.Max(found.End, clause.End)];
            if (thing.Length >= Thing && !char.IsAsciiDigit(thing[0]) && !Topics.Share(thing, row.Content))
            {
                // 未实施强制转移: something else than what was to be done.
                continue;
            }

            if (OfOthers.Find(row.Progress, TextSpan.Between(clause.Start, found.Start)) is not null)
            {
                // 省级复核尚未开始: others have not begun to look at what is done.
                continue;
            }

            var sentence = Clauses.SentenceAround(row.Progress, found);
            var isCounted = after.Length > 0 && char.IsAsciiDigit(after[0]);
            if (examined.Readings.Any(reading => sentence.Contains(reading.Quantity.Span) && (Stages.SaysFinished(reading.Quantity) || (!clause.Contains(reading.Quantity.ValueSpan) && Stages.Of(row.Progress, reading.Quantity).Stage == Stage.Finished))
                && (isCounted || Clauses.Left.Find(row.Progress, clause) is not null || (!clause.Contains(reading.Quantity.ValueSpan) && examined.Readings.Any(rest => clause.Contains(rest.Quantity.ValueSpan) && rest.Quantity.BaseUnit == reading.Quantity.BaseUnit)))))
            {
                // 已完工8个，未开工9个; 已完工9处，2处暂未开工: some are done, and the rest is counted.
                continue;
            }

            var alone = !MeetingCounts.LeaveAFigure(examined, told => !row.Targets.Any(target => target.Quantity.BaseValue == told.BaseValue && target.Quantity.BaseUnit == told.BaseUnit)) && Clauses.Sentences(row.Progress).Count <= 2;
            return new Doubt(
                DoubtRule.NotBegun,
                alone && row.Task.PlanMet == true && Later.Find(row.Progress, sentence) is null && LaterMonths.In(row.Progress, sentence, examined.AsOf) is null && !IsOfAPart(row.Progress, found, clause) ? DoubtStrength.Strong : DoubtStrength.Weak,
                $"完成情况写明“{clause.Of(row.Progress)}”{(row.Task.PlanMet == true ? "，填报为“是”" : "")}。请核实本月计划是否要求启动。",
                [row.Quote(clause)],
                []);
        }

        return null;
    }

    /// <summary>东段已完工，西段尚未开工: what has not begun has a name of its own, and another clause tells what has been done; or another sentence tells of something that is there.</summary>
    private static bool IsOfAPart(string text, TextSpan unbegun, TextSpan clause) =>
        Clauses.Sentences(text).Exists(other => !other.Contains(unbegun) && Stages.TellsEnd(text, other) && NotBegun.Find(text, other) is null)
            || text.AsSpan(clause.Start, unbegun.Start - clause.Start).TrimStart("目前现截至均该项目工程").Length > 1 && Clauses.All(text).Exists(other => other.Start != clause.Start && (other.Of(text).Contains('已') || Stages.TellsWork(text, other)) && NotBegun.Find(text, other) is null);

    /// <summary>未达序时进度 in a row that answers 是. Said of some of several things, it contradicts nothing.</summary>
    public static Doubt? LagTold(ExaminedRow examined)
    {
        var row = examined.Row;
        if (row.Task.PlanMet != true)
        {
            return null;
        }

        foreach (var lag in Lagging.All(row.Progress))
        {
            var clause = Clauses.Around(row.Progress, lag);
            if (OfSome.Find(row.Progress, clause) is null && row.Progress.AsSpan(clause.Start, clause.Length).IndexOfAnyInRange('0', '9') < 0)
            {
                return new Doubt(
                    DoubtRule.LagTold,
                    DoubtStrength.Weak,
                    $"完成情况写“{clause.Of(row.Progress)}”，填报为“是”。请核实是否达到月度计划。",
                    [row.Quote(clause)],
                    []);
            }
        }

        return null;
    }

    public static Doubt? ShortfallUnexplained(ExaminedRow examined)
    {
        var task = examined.Row.Task;
        if (task.PlanMet != false || task.Shortfall is not null || (task.Progress is { } progress && GivesAReason(progress)))
        {
            return null;
        }

        return new Doubt(DoubtRule.NoReasonGiven, TellsOnlyResults(examined) ? DoubtStrength.Strong : DoubtStrength.Weak, "填报为“否”，没有未完成情况说明，完成情况中也没有写原因。请补充原因、预计完成时间。",
            [examined.Row.Progress is { Length: > 0 } text ? examined.Row.Quote(new TextSpan(0, Math.Min(60, text.Length))) : examined.Row.QuoteContent(new TextSpan(0, Math.Min(60, examined.Row.Content.Length)))],
            []);
    }

    private static bool GivesAReason(string text) =>
        Reasons.In(text) || Clauses.All(text).Exists(clause => text[clause.Start] is '受' || IsBecause(clause.Of(text)) || (Lacking.Find(text, clause) is not null && ShortAgain.Find(text, clause) is null));

    /// <summary>项目因用地指标未批: 因 where it is no part of another word, 因此, 因地制宜.</summary>
    private static bool IsBecause(string clause)
    {
        var at = clause.IndexOf('因', StringComparison.Ordinal);
        return at >= 0 && !(at > 0 && clause[at - 1] is '原' or '基' or '主' or '起') && !(at + 1 < clause.Length && clause[at + 1] is '此' or '素' or '地' or '子' or '人' or '村' or '势');
    }

    /// <summary>Whether every clause tells work, or a figure of what is asked for: 连续阴雨工期顺延, 流拍3宗 may be meant as the reason.</summary>
    private static bool TellsOnlyResults(ExaminedRow examined) =>
        Clauses.All(examined.Row.Progress) is { Count: <= MostResults } clauses && clauses.TrueForAll(clause => Stages.TellsWork(examined.Row.Progress, clause)
            || examined.Readings.Any(reading => clause.Contains(reading.Quantity.ValueSpan) && examined.Row.Targets.Any(target => Kinds.Comparable(target.Quantity, reading.Quantity))));

    /// <summary>Meetings and plans only, where a result is asked for.</summary>
    public static Doubt? ProcessOnly(ExaminedRow examined)
    {
        var row = examined.Row;
        if (!row.ClaimsDone || row.Progress.Length < 8 || examined.Comparisons.Any(comparison => comparison.Ratio is not null) || NotBegun.In(row.Progress) || examined.Pairs.Any(pair => pair.Obstacle == Obstacle.Stage) || examined.Restated.Any(restatement => restatement.IsAsked) || examined.Readings.Any(reading => reading.Quantity.Kind is not (QuantityKind.Deadline or QuantityKind.Count))
            || !(examined.Comparisons.Any(comparison => comparison.Verdict == Verdict.NoNumber && row.Targets[comparison.Target].Quantity.Kind != QuantityKind.Deadline) || AsksOutcome.In(row.Content) || Meeting.In(row.Progress)))
        {
            return null;
        }

        // 举办大会 is answered by its having been held, 出台政策 by its having been given out.
        if ((Held.In(row.Content) && Held.In(row.Progress)) || Array.Exists(GivenOut, verb => row.Content.StartsWith(verb, StringComparison.Ordinal) && row.Progress.Contains(verb, StringComparison.Ordinal)))
        {
            return null;
        }

        // 举办培训班12期，培训学员1096人次: those who were taught are counted.
        var trained = examined.Readings.Any(reading => reading.Quantity is { Kind: QuantityKind.Count, BaseUnit: "人" or "人次" or "名" });
        var sentences = Clauses.Sentences(row.Progress);
        if (!sentences.TrueForAll(sentence => TellsProcess(row, sentence) && !TellsOutcome(row.Progress, sentence, trained)))
        {
            return null;
        }

        return new Doubt(DoubtRule.OnlyProcess, DoubtStrength.Weak, "完成情况只有会议、方案、调研等过程，没有写明结果。请核实有无实际进展。", [row.Quote(sentences[0])], []);
    }

    /// <summary>Whether the sentence tells a step on the way. 培训农民2万人 is none where 农民培训 is what is asked for.</summary>
    private static bool TellsProcess(CheckedRow row, TextSpan sentence) =>
        Process.All(row.Progress[sentence.Start..sentence.End]).Any(word => !row.Content.AsSpan().Contains(row.Progress.AsSpan(sentence.Start + word.Start, word.Length), StringComparison.Ordinal));

    /// <summary>研究制定年度招引计划, 举办业务培训班: the verb of a plan, or of a course held, tells no outcome.</summary>
    private static bool TellsOutcome(string text, TextSpan sentence, bool trained)
    {
        const int Farthest = 8;
        foreach (var word in Outcome.All(text[sentence.Start..sentence.End]))
        {
            var rest = text.AsSpan(sentence.Start + word.End);
            if (!trained && Held.In(word.Of(text[sentence.Start..sentence.End])) && Gathering.In(rest[..Math.Min(rest.Length, Farthest)]))
            {
                continue;
            }

            if (!(rest.StartsWith("计划", StringComparison.Ordinal) || rest.StartsWith("方案", StringComparison.Ordinal) || rest.StartsWith("办法", StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The task is of one field, its progress of another, and they have not a word in common.</summary>
    public static Doubt? OffTopic(ExaminedRow examined)
    {
        var row = examined.Row;
        if (row.Progress.Length < 12 || examined.Comparisons.Any(comparison => comparison.Reading is not null))
        {
            return null;
        }

        var asked = Subjects.Of(row.Content);
        var told = asked.Count == 0 ? [] : Subjects.Of(row.Progress);
        if (told.Count == 0 || told.Intersect(asked).Any() || Topics.Share(row.Content, row.Progress))
        {
            return null;
        }

        return new Doubt(
            DoubtRule.OtherSubject,
            DoubtStrength.Weak,
            $"工作内容是{string.Join("、", asked)}，完成情况说的是{string.Join("、", told)}，没有相同的词语，可能填错了行。请核实。",
            [row.QuoteContent(new TextSpan(0, Math.Min(40, row.Content.Length))), row.Quote(new TextSpan(0, Math.Min(40, row.Progress.Length)))],
            []);
    }
}
