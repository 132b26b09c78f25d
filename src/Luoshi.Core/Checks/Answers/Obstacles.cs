using Luoshi.Core.Checks.Figures;
using Luoshi.Core.Checks.Names;
using Luoshi.Core.Quantities;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Checks.Answers;

/// <summary>Why a figure of the same measure may yet not answer a target.</summary>
internal static class Obstacles
{
    private static readonly string[] PlaceEnds = ["区", "街道", "镇", "乡", "村", "岛", "社区", "本级", "园", "县", "市"];

    // 中医院新院区 is one house of one office.
    private static readonly string[] Houses = ["院区", "校区", "厂区", "馆区", "病区"];

    private static readonly string[] PartOfDistrict = ["园区", "开发区", "经开区", "高新区", "新区", "街道", "镇", "乡", "本级", "片区", "功能区", "保税区"];

    private static readonly string[] Parks = ["园区", "开发区", "高新区", "产业园", "科创园", "度假区", "新区"];

    // 名医下乡义诊98场: how it was brought about.
    private static readonly string[] Programmes = ["行动", "活动", "下乡", "进社区", "进校园", "进企业", "进乡村", "进农村", "进基层", "进机关", "进家庭", "进景区", "进工地"];

    public static (Obstacle Kind, string Why)? Between(CheckedRow row, Quantity target, Quantity reading, ScopeRule scopes, ReportingPeriod asOf) =>
        OfWork(row, target, reading) ?? OfScope(row, target, reading, scopes) ?? OfPeriod(row, target, reading, asOf) ?? OfStage(row, target, reading)
            ?? (Magnitudes.CountsSomethingElse(target, reading) ? (Obstacle.Measure, $"进展{Numbers.Text(reading)}比目标大得多，说的是{reading.Metric}") : null);

    /// <summary>Whether the words name a place or a part of the district, and not a project or an enterprise.</summary>
    public static bool IsPlace(string scope) => !Array.Exists(Houses, scope.EndsWith) && (scope[0] is '微' or '小' || Array.Exists(PlaceEnds, end => scope.EndsWith(end, StringComparison.Ordinal)));

    public static ComparisonRule Rule(Obstacle obstacle) => obstacle switch
    {
        Obstacle.Scope => ComparisonRule.OtherScope,
        Obstacle.Stage => ComparisonRule.OtherStage,
        Obstacle.Period => ComparisonRule.OtherPeriod,
        Obstacle.Work => ComparisonRule.ShareOfWork,
        Obstacle.Measure => ComparisonRule.OtherMeasure,
        Obstacle.Several => ComparisonRule.SeveralFigures,
        Obstacle.None => ComparisonRule.NoFigure,
    };

    private static (Obstacle, string)? OfWork(CheckedRow row, Quantity target, Quantity reading)
    {
        if (reading.Kind == QuantityKind.ShareOfPlan && Kinds.IsVolume(target) && !ShareOfTarget.Is(reading) && !ShareOfTarget.IsOfThings(target, reading) && !ShareOfTarget.IsRateOfDone(row.Progress, target, reading) && !ShareOfTarget.IsFraction(row.Progress, target, reading))
        {
            return (Obstacle.Work, "进展是工程量或工作进度的百分比，目标是数量，不能直接相比");
        }

        var asksForTotal = TotalsAsked.Is(row, target);
        if (asksForTotal && TotalsAsked.IsOfTheYear(row, reading))
        {
            return (Obstacle.Measure, $"进展{Numbers.Text(reading)}是今年的数，目标是累计的数");
        }

        if (Kinds.IsVolume(target) && !asksForTotal && RunningTotals.WhyNot(row, target, reading) is { } total)
        {
            return (Obstacle.Measure, $"进展{Numbers.Text(reading)}{total}");
        }

        if (Kinds.IsVolume(target) && PartBefore(row, reading) is { } part)
        {
            return (Obstacle.Measure, $"进展接在{part}后面，只是其中一部分");
        }

        var isOfEach = Apiece.IsAskedOfEach(row.Content, target);
        if (isOfEach && !Apiece.IsToldOfEach(row.Progress, reading))
        {
            return (Obstacle.Several, $"目标是每一个的数，进展{Numbers.Text(reading)}是一共的数");
        }

        if (Kinds.IsVolume(target) && !isOfEach && Apiece.Is(row.Progress, reading))
        {
            return (Obstacle.Several, $"进展写的是各{Numbers.Text(reading)}，不是一共的数");
        }

        if (Kinds.IsVolume(target) && OtherSides.WhyNot(row, row.Targets.First(stated => ReferenceEquals(stated.Quantity, target)), reading) is { } side)
        {
            return (Obstacle.Measure, $"进展{Numbers.Text(reading)}{side}");
        }

        if (Wider.Is(row, target, reading) || Wider.NamesAll(target, reading) || Magnitudes.AreForEachAndAll(target, reading) || Magnitudes.AreFarApart(target, reading))
        {
            return (Obstacle.Measure, $"进展说的是{reading.Metric}，不是{target.Metric}");
        }

        if (NamedParts.Of(row, target, reading) is { } named)
        {
            return (Obstacle.Measure, NamedParts.WhyNot(named));
        }

        if (target.Kind == QuantityKind.Count && IsMakeUpOf(row, target, reading))
        {
            return (Obstacle.Measure, "进展说的是新建、续建各多少，不是完成的数");
        }

        return reading.Against is "环比" && target is { Kind: QuantityKind.Growth, Against: not "环比" } ? (Obstacle.Measure, "进展是环比，目标是全年增长") : null;
    }

    /// <summary>新建项目42个，已开工36个；续建项目54个, where 96个 are asked for: of what the whole set is made up, and not how far it is.</summary>
    private static bool IsMakeUpOf(CheckedRow row, Quantity target, Quantity reading)
    {
        return Kinds.IsVolume(target) && reading.Kind == target.Kind && reading.BaseUnit == target.BaseUnit && Of("新建") is { } fresh && Of("续建") is { } carried && Numbers.CanBeAdded(fresh) && Numbers.CanBeAdded(carried) && fresh + carried == target.BaseValue;

        decimal? Of(string verb) => row.Stated.FirstOrDefault(stated => stated.Stage == verb && stated.BaseUnit == target.BaseUnit)?.BaseValue;
    }

    /// <summary>夏粮面积31万亩，总产14万吨, where 粮食面积 and 总产 are asked for: a bare measure is of what stands before it. Null where that is no other thing: 生猪存栏30万头，出栏35万头 tells both of 生猪.</summary>
    private static string? PartBefore(CheckedRow row, Quantity reading)
    {
        const int Bare = 2;
        if (reading.MetricKey.Length is 0 or > Bare)
        {
            return null;
        }

        var sentence = Clauses.SentenceAround(row.Progress, reading.Span);
        var before = row.Stated.LastOrDefault(stated => stated.Span.End <= reading.Span.Start && stated.MetricKey.Length > Bare && sentence.Contains(stated.Span));
        return before?.Metric is { } name && !row.Targets.Any(target => target.Quantity.MetricKey == before.MetricKey[..^Bare] + reading.MetricKey) && row.Targets.Any(target => target.Quantity.MetricKey.Length > Bare && Contrasts.Differ(target.Quantity.MetricKey, before.MetricKey))
            && !row.Targets.Any(target => MetricMatch.Score(target.Quantity.MetricKey, before.MetricKey) >= MetricMatch.Enough || (!Contrasts.Differ(target.Quantity.MetricKey, before.MetricKey) && MetricMatch.LongestCommon(target.Quantity.MetricKey, before.MetricKey) > Bare * 2)) ? name : null;
    }

    private static (Obstacle, string)? OfScope(CheckedRow row, Quantity target, Quantity reading, ScopeRule scopes)
    {
        if (PartIn(target, reading) is { } part)
        {
            return (Obstacle.Scope, $"进展只是{reading.Scope}{part}的数，目标是{target.Scope ?? "全域"}的数");
        }

        // 农村公路新建22公里: what the task itself names is no limit.
        // The park that a park's own task reports on is the whole of it.
        var ownPark = reading.Scope is "园区" or "开发区" && Array.Exists(Parks, park => row.Content.Contains(park, StringComparison.Ordinal));
        return ownPark || IsProgramme(reading.Scope) || IsOfLeadUnit(row, reading) || SaysTheName(target, reading) || scopes.Covers(target.Scope, reading.Scope) || row.Content.Contains(reading.Scope!, StringComparison.Ordinal) || NamesTheSame(row, target, reading, scopes)
            ? null
            : (Obstacle.Scope, $"进展只是{reading.Scope}的数，目标是{target.Scope ?? "全域"}的数");
    }

    /// <summary>就业促进行动新增就业2519人: by what it was brought about, and no part of the district.</summary>
    private static bool IsProgramme(string? scope) => scope is { Length: > 3 } && Array.Exists(Programmes, scope.EndsWith);

    /// <summary>望湖镇：盘活86幢, where 望湖镇 leads the task and nobody else reports on it: its figure is the task's.</summary>
    private static bool IsOfLeadUnit(CheckedRow row, Quantity reading) =>
        row.Task.LeadUnits.Any(unit => unit.Name == reading.Scope) && !row.Stated.Any(other => other.Role == QuantityRole.Result && other.Kind == reading.Kind && other.MetricKey == reading.MetricKey && other.Scope != reading.Scope);

    /// <summary>综合交通建设完成投资, where 交通建设投资 is asked for: what the scope adds to the name is the target's own.</summary>
    private static bool SaysTheName(Quantity target, Quantity reading)
    {
        const int Telling = 4;
        const string Works = "建设";
        if (reading.Scope is not { } scope)
        {
            return false;
        }

        // 60个绿化村庄已完成栽植41个, where 村庄绿化 is asked for.
        var isTheName = target.MetricKey.Length >= Telling && (MetricMatch.IsReordered(target.MetricKey, scope) || (!IsPlace(scope) && (scope.StartsWith(target.MetricKey, StringComparison.Ordinal) || IsBehindProgramme(scope, target.MetricKey))));
        var completesIt = !IsPlace(scope) && target.MetricKey.Length > reading.MetricKey.Length && ((scope + reading.MetricKey).EndsWith(target.MetricKey, StringComparison.Ordinal) || (scope.EndsWith(Works, StringComparison.Ordinal) && scope[..^Works.Length] + reading.MetricKey == target.MetricKey));
        return isTheName || completesIt;
    }

    /// <summary>“一事一议”村内巷道, where 村内巷道 are asked for: under which programme the works are done.</summary>
    private static bool IsBehindProgramme(string scope, string name) => scope[0] is '“' && scope.EndsWith('”' + name, StringComparison.Ordinal);

    /// <summary>市区防洪工程完成投资1亿元, 重点在建项目完成投资16亿元: the project that the target is of stands in the clause, or in other order in the scope.</summary>
    private static bool NamesTheSame(CheckedRow row, Quantity target, Quantity reading, ScopeRule scopes) =>
        target.Scope is { Length: > 2 } project && !IsPlace(project)
            && ((project.EndsWith("建设", StringComparison.Ordinal) && project.Length > 3 && scopes.IsWhole(reading.Scope) && Clauses.SentenceAround(row.Progress, reading.Span).Of(row.Progress).Contains(project[..^2], StringComparison.Ordinal)) || (scopes.IsWhole(reading.Scope) ? Clauses.SentenceAround(row.Progress, reading.Span) : Clauses.Around(row.Progress, reading.Span)).Of(row.Progress).Contains(project, StringComparison.Ordinal) || MetricMatch.IsWithin(project, reading.Scope!));

    /// <summary>工业园区 of 工业园区规上工业增加值, where the target is 规上工业增加值.</summary>
    private static string? PartIn(Quantity target, Quantity reading)
    {
        if (target.MetricKey.Length < 2 || reading.MetricKey.Length <= target.MetricKey.Length || !reading.MetricKey.EndsWith(target.MetricKey, StringComparison.Ordinal))
        {
            return null;
        }

        var more = reading.MetricKey[..^target.MetricKey.Length];
        return more.EndsWith("城镇", StringComparison.Ordinal) || more.EndsWith("乡镇", StringComparison.Ordinal) || Array.Exists(Programmes, more.EndsWith) ? null : Array.Exists(PartOfDistrict, end => more.EndsWith(end, StringComparison.Ordinal)) ? more : null;
    }

    private static (Obstacle, string)? OfPeriod(CheckedRow row, Quantity target, Quantity reading, ReportingPeriod asOf)
    {
        if (!Kinds.IsVolume(target))
        {
            return null;
        }

        if (PlannedLater.Words(row.Progress, reading, asOf) is { } later)
        {
            return (Obstacle.Period, $"进展写的是“{later}”的打算，不是完成的数");
        }

        if (Holidays.Of(row.Progress, reading) is { } days && !row.Content.Contains(days, StringComparison.Ordinal))
        {
            return (Obstacle.Period, $"进展是{days}几天的数，不是年初以来的累计数");
        }

        if (reading is not { From: { } from, To: { } to })
        {
            return null;
        }

        if (to.Year < asOf.Year)
        {
            return (Obstacle.Period, $"进展是{from.Year}年的数");
        }

        // A figure of one month or one quarter is no total of the year so far, unless it alone comes to all that was promised.
        return from.Month > 1 && !(reading.BaseValue >= target.BaseValue && Recurrences.Of(row.Content, target) is null) && from.Year == asOf.Year && !IsUpTo(row.Progress, reading) ? (Obstacle.Period, $"进展是{PeriodName.Of(from, to)}的数，不是年初以来的累计数") : null;
    }

    /// <summary>3月底前已栽植4120亩, 三季度末出栏31.8万头: all up to then, whenever it began.</summary>
    private static bool IsUpTo(string text, Quantity reading)
    {
        var clause = Clauses.Around(text, reading.ValueSpan);
        var before = text.AsSpan(clause.Start, Math.Max(0, reading.ValueSpan.Start - clause.Start));
        return before.Contains("底前已", StringComparison.Ordinal) || before.Contains("季度末", StringComparison.Ordinal) || before.Contains("季末", StringComparison.Ordinal) || (reading.To is { } to && text.AsSpan(0, reading.ValueSpan.Start).Contains($"{to.Month}月末", StringComparison.Ordinal) && !clause.Of(text).Contains('月', StringComparison.Ordinal));
    }

    /// <summary>已开工22个，占任务数的55%: a share is of the stage of the figure it stands behind.</summary>
    private static Quantity OwnerOf(CheckedRow row, Quantity reading)
    {
        const int Nearest = 6;
        if (reading.Kind != QuantityKind.ShareOfPlan || reading.Stage is not null)
        {
            return reading;
        }

        var owner = row.Stated.LastOrDefault(stated => stated.Span.End <= reading.Span.Start && reading.Span.Start - stated.Span.End <= Nearest);
        return owner is not null && Kinds.IsVolume(owner) && owner.MetricKey == reading.MetricKey && owner.Role == QuantityRole.Result ? owner : reading;
    }

    /// <summary>开工改造22个 asks for works that have begun, whatever verb stands nearest to the number.</summary>
    public static bool AsksToBegin(CheckedRow row, Quantity target)
    {
        var source = row.Targets.First(stated => ReferenceEquals(stated.Quantity, target)).Source;
        return source.Field == "content" && row.Content.AsSpan(0, source.Span.Start).EndsWith("开工" + target.Stage, StringComparison.Ordinal);
    }

    private static Quantity? WorkIn(CheckedRow row, Quantity reading)
    {
        var sentence = Clauses.SentenceAround(row.Progress, reading.Span);
        return row.Stated.FirstOrDefault(stated => stated is { Kind: QuantityKind.ShareOfPlan, Value: < 100 } && sentence.Contains(stated.Span) && stated.Span.Start >= reading.Span.End && ShareOfTarget.IsOfWork(row.Progress, stated));
    }

    private static bool AsksToSign(CheckedRow row, string asked) =>
        asked.Contains("签约", StringComparison.Ordinal) || asked.Contains('引', StringComparison.Ordinal) || row.Content.Contains("签约", StringComparison.Ordinal) || row.Content.Contains("招商", StringComparison.Ordinal);

    private static (Obstacle, string)? OfStage(CheckedRow row, Quantity target, Quantity reading)
    {
        if (!Kinds.IsVolume(target))
        {
            return null;
        }

        var (reached, words) = Stages.Of(row.Progress, OwnerOf(row, reading));
        if (words is null && reading.Stage is { } same && (same == target.Stage || target.Metric?.Contains(same, StringComparison.Ordinal) == true))
        {
            // 容缺受理事项公布41项 for 容缺受理事项: the verb is the promise's own, or stands in its name.
            return null;
        }

        if (reading.Stage is "招引" && target.Stage?.EndsWith("引进", StringComparison.Ordinal) == true)
        {
            return null;
        }

        if (reached == Stage.Applied && words is { } asking && target.Metric?.Contains(asking.Of(row.Progress), StringComparison.Ordinal) == true && !Stages.IsUrged(row.Progress, reading))
        {
            // 168家完成申报, where 申报企业300家 are asked for: the application is what is promised.
            return null;
        }

        if (EarlyNames.Step(row, target, reading) is { } step)
        {
            return (Obstacle.Stage, $"进展说的是“{step}”，目标要求的是“{target.Stage ?? "完成"}”，前面的环节不等于完成");
        }

        if (LowerLevels.Passed(row.Progress, target, reading) is { } trial)
        {
            return (Obstacle.Stage, $"进展说的是“{trial}”，目标要求的是{target.Metric}，{Stages.Difference(Stage.Applied)}");
        }

        if (reading.Stage is "认定" or "识别" && target.Stage is { } treatment && Stages.IsTreatment(treatment))
        {
            // 认定低效用地2860亩, where they are to be 整治: found to be such, and nothing done to them.
            return (Obstacle.Stage, $"进展说的是“{reading.Stage}”，目标要求的是“{treatment}”，{Stages.Difference(Stage.Prepared)}");
        }

        if (reached == Stage.Started && reading.BaseUnit == "元" && reading.MetricKey.EndsWith("投资", StringComparison.Ordinal) && target.MetricKey.EndsWith("投资", StringComparison.Ordinal))
        {
            // 在建工程完成投资38亿元: what was spent is spent, however far the works are.
            return null;
        }

        if (reached == Stage.Started && words is null && reading.Stage is "开展" or "实施" or "组织" && Kinds.CountsOccasions(reading.Unit))
        {
            // 开展培训3858人次: what is counted by the time it was held has been held.
            return null;
        }

        if (reached == Stage.Prepared && words is { } early && row.Targets.First(stated => ReferenceEquals(stated.Quantity, target)) is { Source.Field: "content" } promise && Clauses.Around(row.Content, promise.Source.Span).Of(row.Content).Contains(early.Of(row.Progress), StringComparison.Ordinal))
        {
            // 走访慰问1136户, where 走访慰问1800户 are asked for: the promise speaks of it itself.
            return null;
        }

        if (target.Stage is "办理" && reading.Stage is "受理")
        {
            // 受理法律援助案件762件, where 办理 is asked for: a case that is taken on is being dealt with.
            return null;
        }

        // 已签约350户 answers 招引 and 签约, and no other promise.
        if (reading.Stage is { } signed && signed.EndsWith("签约", StringComparison.Ordinal) && target.Stage is { } asked && !AsksToSign(row, asked))
        {
            return (Obstacle.Stage, $"进展说的是“签约”，目标要求的是“{asked}”，签约不等于{asked}");
        }

        if (reading.Stage is "签约" && target.Stage is null && Stages.IsTreatment(target.MetricKey) && !AsksToSign(row, ""))
        {
            // 电采暖改造签约2130户: who has agreed to it.
            return (Obstacle.Stage, $"进展说的是“签约”，目标要求的是{target.Metric}，签约不等于完成");
        }

        if (reached == Stage.Unknown && reading.Stage is null && Stages.Asked(target) is Stage.Finished or Stage.Unknown && WorkIn(row, reading) is { } work)
        {
            // 共1721套，其中A地块已完成总工程量的90%: how many there will be.
            return (Obstacle.Work, $"进展写明完成工程量{Numbers.Text(work)}，还没有建成，不能当作完成数");
        }

        // 招引20家 asks for little, yet for more than somebody's intention to come.
        return (Stages.Answers(Stages.Asked(target), reached) || (reached == Stage.Started && AsksToBegin(row, target))) && !(Stages.IsIntention(row.Progress, words) && !row.Content.Contains("意向", StringComparison.Ordinal))
            ? null
            : (Obstacle.Stage, $"进展说的是“{words?.Of(row.Progress) ?? reading.Stage}”，目标要求的是“{target.Stage ?? "完成"}”，{Stages.Difference(reached)}");
    }
}
