namespace Luoshi.Core.Checks;

/// <summary>
/// Thresholds, tolerances and light rules with their defaults. Where a published rule is followed, it is named; the rest are our own choice
/// and say so. A district that counts otherwise changes the settings file, not the code.
/// </summary>
public sealed record CheckSettings
{
    /// <summary>Volumes less than this many percentage points under their expected share count as on track. Our choice: a published share is commonly rounded by as much.</summary>
    public decimal PaceTolerance { get; init; } = 1.0m;

    /// <summary>Volumes more than this many percentage points above the time gone by are ahead. Our choice.</summary>
    public decimal AheadFrom { get; init; } = 5.0m;

    /// <summary>How far under a target with 左右 or 约 a growth rate or a level may be, in percentage points. Our choice.</summary>
    public decimal AboutTolerance { get; init; } = 0.5m;

    /// <summary>Printed shares may differ from the computed ones by this many percentage points: offices round, and some truncate. Our choice.</summary>
    public decimal ArithmeticTolerance { get; init; } = 1.0m;

    /// <summary>A volume on the straight line under this part of what time asks is a strong doubt; above it a weak one. 武汉市 shows yellow under 80 %.</summary>
    public decimal StrongPaceRatio { get; init; } = 0.8m;

    /// <summary>A strong doubt on the straight line also needs more than this many percentage points: early in the year a small share is quickly a large part. Our choice.</summary>
    public decimal StrongPaceGap { get; init; } = 5m;

    /// <summary>No doubt rests on the straight line before this month: works begin in spring. 宣城市 first asks at the end of March.</summary>
    public int FirstPaceMonth { get; init; } = 3;

    /// <summary>Yellow light from this many percentage points under the expected share, as in 银川市 2025.</summary>
    public decimal YellowFrom { get; init; } = 10m;

    /// <summary>Red light above this many percentage points under the expected share, as in 银川市 2025. Under yellow it is green: the rule leaves 0 to 10 open.</summary>
    public decimal RedAbove { get; init; } = 30m;

    /// <summary>Words for the whole a government answers for, before the part it counts: 全区. A 小 before the district's own name is its usual statistical scope.</summary>
    public IReadOnlyList<string> WholeScopes { get; init; } = ["全区", "全市", "全县", "全省", "全国", "全镇", "全域", "我区", "我市", "我县", "辖区", "全州", "全旗"];

    /// <summary>Statistics that come out by the quarter: a quarter's figure is their newest for the two months that follow.</summary>
    public IReadOnlyList<string> QuarterlyMetrics { get; init; } = ["地区生产总值", "人均可支配收入", "服务业增加值", "农业总产值", "农林牧渔业", "建筑业总产值", "居民收入", "能耗"];

    /// <summary>Statistics that come out by the month, some two weeks after it: in a month's report that of the month before is the newest.</summary>
    public IReadOnlyList<string> MonthlyMetrics { get; init; } = ["固定资产投资", "工业增加值", "工业总产值", "社会消费品零售总额", "进出口", "工业投资", "制造业投资", "民间投资", "技改投资", "技术改造投资", "基础设施投资", "产业投资", "使用外资", "利用外资", "零售额", "房地产开发投资", "用电量", "商品房销售", "规上服务业", "消费价格", "出口", "进口", "营业收入", "营收", "利润", "贷款", "存款", "参保", "发明专利"];

    /// <summary>Texts shorter than this are alike by nature and never told as repeated. In characters that are letters, digits or Han. Our choice.</summary>
    public int ShortestRepeatedText { get; init; } = 24;

    /// <summary>From this share of common four-character pieces two texts are told as repeated. Our choice.</summary>
    public double NearDuplicate { get; init; } = 0.85;

    /// <summary>Modified z-score from which an increment is an outlier: 0.6745·|x−median|/MAD, Iglewicz and Hoaglin 1993.</summary>
    public double OutlierScore { get; init; } = 3.5;

    /// <summary>Fewer earlier increments than this say nothing about what is usual. Our choice.</summary>
    public int OutlierSamples { get; init; } = 6;
}
