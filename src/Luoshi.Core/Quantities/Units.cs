namespace Luoshi.Core.Quantities;

/// <summary>What a unit measures, as far as the grammar cares.</summary>
internal enum UnitClass : byte
{
    /// <summary>Counted things: 个, 家, 人次.</summary>
    Count,

    /// <summary>Measured things that add up: 元, 亩, 吨.</summary>
    Amount,

    /// <summary>A concentration or a quotient: 微克/立方米, 万元/亩.</summary>
    Quotient,

    /// <summary>Per cent and whatever can be told in per cent: 成, 倍.</summary>
    Share,

    /// <summary>个百分点.</summary>
    Points,

    /// <summary>天, 个月: a figure only behind 缩短至 and the like, else 24小时值班 would be one.</summary>
    Duration,

    /// <summary>No unit at all.</summary>
    None,
}

/// <summary>A unit: one of it is <paramref name="Factor"/> times <paramref name="Base"/>.</summary>
internal sealed record Unit(string Base, decimal Factor, UnitClass Class, bool Plain = false);

/// <summary>The units offices write, longest match first; 万, 亿 and the like may stand before any of them.</summary>
internal static class Units
{
    /// <summary>3.2个亿: money, as it is spoken.</summary>
    private const string HundredMillion = "个亿";

    /// <summary>What makes another word of 发 and of 通: 发放, 通过.</summary>
    private const string WithShot = "放展布行现生电射证送货动掘明育酵票改达酬";

    private const string WithCall = "过车知报用行信道讯气水电航关达常胀";

    public static readonly Unit None = new("", 1, UnitClass.None);

    public static readonly Unit Percent = new("%", 1, UnitClass.Share);

    public static readonly Unit People = new("人", 1, UnitClass.Count);

    public static readonly Unit Money = new("元", 1, UnitClass.Amount);

    public static readonly Unit Points = new("个百分点", 1, UnitClass.Points);

    private static readonly (string Word, Unit Value)[] Table =
    [
        .. Shares(), .. Amounts(), .. Durations(),

        // Plain: also behind a small Chinese numeral, where 三项制度 or 两张清单 would be no count.
        .. Counts(true, "个", "家", "所", "座", "条", "场", "名", "人", "户", "套", "幢", "栋", "宗", "艘", "辆"),
        .. Counts(
            false, "人次", "次", "家次", "队次", "户次", "件次", "例次", "批次", "辆次", "台次", "车次", "班次", "航次", "架次", "艘次", "件", "处", "项", "台", "架", "只", "头", "羽",
            "株", "棵", "床", "张", "册", "本", "份", "期", "批", "支", "组", "起", "例", "盏", "根", "杆", "块", "片", "间", "孔", "眼", "口", "部", "对", "列",
            "篇", "幅", "枚", "面", "类", "大类", "种", "款", "笔", "单", "票", "窝", "尾", "匹", "位", "台套", "户家", "班", "节", "门", "层", "桩", "节课", "格", "具", "副", "顶", "瓶", "箱", "袋", "桶", "盒", "卷", "集", "席", "村", "趟", "尊", "课时", "学时", "桌", "人份", "单位", "道", "首", "则", "封", "轮", "扇", "剂", "床位", "粒", "发", "通", "把", "路", "穴", "棒", "柱", "樘", "捆", "筐"),
        .. Synonyms("场", "场次"), .. Synonyms("台", "台（套）", "台(套)"), .. Synonyms("套", "套（间）", "套(间)"), .. Synonyms("栋", "幢"), .. Synonyms("人", "名"),
        .. Synonyms("人次", "人（次）", "人(次)"), .. Synonyms("个", "个（处）", "个(处)", "個"), .. Synonyms("户", "戶"),
        .. Synonyms("头", "头只", "头匹", "头（只）", "头(只)"), .. Synonyms("标箱", "标箱", "标准箱", "TEU"),
    ];

    private static readonly WordIndex<Unit> Index = new(Table.Reverse().DistinctBy(entry => entry.Word));

    private static readonly WordIndex<decimal> Multipliers = new(
    [
        ("万亿", 1_000_000_000_000m), ("千亿", 100_000_000_000m), ("百亿", 10_000_000_000m), ("十亿", 1_000_000_000m), ("亿", 100_000_000m), ("億", 100_000_000m),
        ("千万", 10_000_000m), ("百万", 1_000_000m), ("十万", 100_000m), ("万", 10_000m), ("萬", 10_000m), ("千", 1_000m), ("百", 100m),
    ]);

    /// <summary>接待人次512万: what is counted by a noun that names its unit.</summary>
    public static Unit OfCount(ReadOnlySpan<char> noun) =>
        Index.Match(noun.EndsWith("人次") || noun.EndsWith("辆次") ? noun[^2..] : noun.EndsWith("数") && noun.Length > 1 ? noun.Slice(noun.Length - 2, 1) : [], out var unit) > 0 ? unit! : None;

    /// <summary>The length of the multiplier <paramref name="text"/> begins with, or 0. 千米 and 千瓦 are units, not thousands.</summary>
    public static int Multiplier(ReadOnlySpan<char> text, out decimal factor)
    {
        var length = Multipliers.Match(text, out factor);
        return length == 1 && text[0] == '千' && Index.Match(text, out _) > 1 ? 0 : length;
    }

    /// <summary>The length of the unit, quotient included, that <paramref name="text"/> begins with, or 0.</summary>
    public static int Match(ReadOnlySpan<char> text, out Unit unit)
    {
        var length = Index.Match(text, out var found);
        if (length == HundredMillion.Length && length < text.Length && text[length] is '元' or '级' or '吨' or '斤' && text.StartsWith(HundredMillion, StringComparison.Ordinal))
        {
            // 3个亿元以上项目 are three.
            length = Index.Match(text[..1], out found);
        }

        if (length == 1 && text.Length > 1 && (text[0] is '发' ? WithShot : text[0] is '通' ? WithCall : "").Contains(text[1], StringComparison.Ordinal))
        {
            // 补贴1.2万发放到位.
            unit = None;
            return 0;
        }

        if (length == 2 && length < text.Length && text[length] is '庭')
        {
            // 613户家庭 are households.
            length = Index.Match(text[..1], out found);
        }

        unit = found ?? None;
        if (length == 1 && unit.Class == UnitClass.Count && text.Length > 1 && text[1] is '次')
        {
            // 份次, 具次: every thing may be counted by its turns.
            (length, unit) = (2, new Unit(text[..2].ToString(), 1, UnitClass.Count));
        }
        else if (length == 1 && unit.Class == UnitClass.Count && (text[1..].StartsWith("（次）") || text[1..].StartsWith("(次)")))
        {
            // 1260辆（次）.
            (length, unit) = (4, new Unit($"{text[0]}次", 1, UnitClass.Count));
        }

        if (length == 0 || length >= text.Length || text[length] is not ('/' or '／') || unit.Class == UnitClass.Quotient)
        {
            return length;
        }

        if (unit.Base == "元" && length + 1 < text.Length && text[length + 1] is '月' or '年' or '天' && !(length + 2 < text.Length && text[length + 2] is '底' or '末' or '初'))
        {
            // 每人92元/月.
            unit = new Unit($"元/{text[length + 1]}", unit.Factor, UnitClass.Quotient);
            return length + 2;
        }

        // 张/千人: the thousand stays in the unit.
        var many = Multiplier(text[(length + 1)..], out _);
        var below = Index.Match(text[(length + 1 + many)..], out var per);
        if (below == 0)
        {
            return length;
        }

        length += 1 + many + below;
        if (per!.Base is "人" or "户" && length < text.Length && text[length] is '月' or '年' or '天' or '日' && !(length + 1 < text.Length && text[length + 1] is '底' or '末' or '初' or '内'))
        {
            // 元/人月.
            unit = new Unit($"{unit.Base}/{per.Base}/{text[length]}", unit.Factor, UnitClass.Quotient);
            return length + 1;
        }

        var span = length + 1 < text.Length && text[length] is '/' or '／' or '·' or '•' && text[length + 1] is '月' or '年' or '天' or '日' or '季' ? 2 : 0;
        unit = new Unit($"{unit.Base}/{text.Slice(length - many - below, many)}{per.Base}{(span > 0 ? "/" : "")}{text.Slice(length + span / 2, span / 2)}", unit.Factor / per.Factor, UnitClass.Quotient);
        return length + span;
    }

    private static IEnumerable<(string, Unit)> Counts(bool plain, params string[] words) =>
        words.Select(word => (word, new Unit(word, 1, UnitClass.Count, plain)));

    private static IEnumerable<(string, Unit)> Synonyms(string of, params string[] words) =>
        words.Select(word => (word, new Unit(of, 1, UnitClass.Count, word is "名" or "幢")));

    private static (string, Unit)[] Shares() =>
    [
        ("%", Share(1)), ("﹪", Share(1)), ("‰", Share(0.1m)), ("成", Share(10)), ("倍", Share(100)), ("番", Share(100)),
        ("个百分点", Points), ("個百分點", new("个百分点", 1, UnitClass.Points)), ("个位次", new("位次", 1, UnitClass.Points)), ("位次", new("位次", 1, UnitClass.Points)), ("百分点", Points),
        ("/10万", Share(0.001m)), ("/十万", Share(0.001m)), ("/10万人", Share(0.001m)), ("/万", Share(0.01m)), ("个千分点", new("个百分点", 0.1m, UnitClass.Points)),
    ];

    private static (string, Unit)[] Amounts() =>
    [
        ("元", Amount("元")), (HundredMillion, Amount("元", 100_000_000)), ("元人民币", Amount("元")), ("圆", Amount("元")), ("块钱", Amount("元")),
        ("美元", Amount("美元")), ("美金", Amount("美元")), ("欧元", Amount("欧元")), ("日元", Amount("日元")), ("港元", Amount("港元")), ("港币", Amount("港元")),
        ("英镑", Amount("英镑")),
        ("亩", Amount("亩")), ("亩次", Amount("亩次")), ("畝", Amount("亩")), ("公顷", Amount("亩", 15)), ("平方公里", Amount("平方米", 1_000_000)), ("平方千米", Amount("平方米", 1_000_000)),
        ("平方米", Amount("平方米")), ("平方", Amount("平方米")), ("平米", Amount("平方米")), ("㎡", Amount("平方米")), ("m²", Amount("平方米")), ("m2", Amount("平方米")),
        ("公里", Amount("米", 1_000)), ("千米", Amount("米", 1_000)), ("km", Amount("米", 1_000)), ("米", Amount("米")), ("延米", Amount("米")),
        ("海里", Amount("米", 1_852)), ("车道公里", Amount("车道公里")), ("皮长公里", Amount("皮长公里")),
        ("吨", Amount("吨")), ("噸", Amount("吨")), ("公斤", Amount("吨", 0.001m)), ("克", Amount("吨", 0.000001m)), ("千克", Amount("吨", 0.001m)), ("斤", Amount("吨", 0.0005m)), ("担", Amount("吨", 0.05m)),
        ("载重吨", Amount("载重吨")), ("总吨", Amount("总吨")), ("吨标准煤", Amount("吨标准煤")), ("吨标煤", Amount("吨标准煤")), ("吨公里", Amount("吨公里")),
        ("吨二氧化碳", Amount("吨二氧化碳")),
        ("立方米", Amount("立方米")), ("空立方米", Amount("空立方米")), ("空方", Amount("空立方米")), ("立方", Amount("立方米")), ("方", Amount("立方米")), ("m³", Amount("立方米")), ("升", Amount("升")), ("毫升", Amount("升", 0.001m)),
        ("千瓦时", Amount("千瓦时")), ("度电", Amount("千瓦时")), ("度", Amount("千瓦时")), ("kWh", Amount("千瓦时")), ("兆瓦时", Amount("千瓦时", 1_000)), ("吉瓦时", Amount("千瓦时", 1_000_000)),
        ("千瓦", Amount("千瓦")), ("kW", Amount("千瓦")), ("兆瓦", Amount("千瓦", 1_000)), ("MW", Amount("千瓦", 1_000)), ("GW", Amount("千瓦", 1_000_000)),
        ("吉瓦", Amount("千瓦", 1_000_000)), ("千伏安", Amount("千伏安")), ("兆伏安", Amount("千伏安", 1_000)), ("MVA", Amount("千伏安", 1_000)), ("kVA", Amount("千伏安")), ("人公里", Amount("人公里")), ("人年", Amount("人年")), ("工日", Amount("工日")), ("工时", Amount("工时")),
        ("微克/立方米", Quotient("微克/立方米")), ("微克／立方米", Quotient("微克/立方米")), ("μg/m³", Quotient("微克/立方米")), ("µg/m³", Quotient("微克/立方米")), ("μg/m3", Quotient("微克/立方米")), ("ug/m³", Quotient("微克/立方米")), ("ug/m3", Quotient("微克/立方米")), ("微克每立方米", Quotient("微克/立方米")),
        ("微克/m3", Quotient("微克/立方米")), ("微克/m³", Quotient("微克/立方米")), ("毫克/m3", Quotient("微克/立方米", 1_000)), ("mg/m3", Quotient("微克/立方米", 1_000)), ("mg/m³", Quotient("微克/立方米", 1_000)), ("毫克/立方米", Quotient("微克/立方米", 1_000)), ("毫克/升", Quotient("毫克/升")), ("mg/L", Quotient("毫克/升")), ("分贝", Quotient("分贝")),
        ("分", Quotient("分")),
    ];

    private static (string, Unit)[] Durations() =>
    [
        ("个月", Duration("个月")), ("个多月", Duration("个月")), ("多月", Duration("个月")), ("多天", Duration("天")), ("天", Duration("天")), ("日", Duration("天")), ("秒", Duration("秒")), ("个工作日", Duration("工作日")), ("工作日", Duration("工作日")), ("小时", Duration("小时")),
        ("个小时", Duration("小时")), ("分钟", Duration("分钟")), ("岁", Duration("岁")), ("年", Duration("年")),
    ];

    private static Unit Share(decimal factor) => new("%", factor, UnitClass.Share);

    private static Unit Amount(string unit, decimal factor = 1) => new(unit, factor, UnitClass.Amount);

    private static Unit Quotient(string unit, decimal factor = 1) => new(unit, factor, UnitClass.Quotient);

    private static Unit Duration(string unit) => new(unit, 1, UnitClass.Duration);
}
