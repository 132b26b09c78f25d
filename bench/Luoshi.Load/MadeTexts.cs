using System.Globalization;
using Luoshi.Core.Checks;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Load;

/// <summary>What one task said in one month, and what the checks found in it.</summary>
internal sealed record MadeMonth(ReportText Text, string Plan, CheckedReport Findings, IReadOnlyList<Doubt> Doubts);

/// <summary>A task of the made governments: the commitment and its twelve months.</summary>
internal sealed record MadeTask(string Content, ReportingFrequency Frequency, IReadOnlyList<MadeMonth> Months);

/// <summary>
/// Texts of the length and the habits of a real month (about 110 characters, a figure or two, what comes next), our own words. One in ten falls
/// behind, one in fifteen repeats itself, one in twenty reports a share that its figures do not give. Made once a variant and examined by the
/// checks themselves; the same texts each time.
/// </summary>
internal sealed class MadeTexts(CheckSettings settings)
{
    public const int Variants = 6;

    private static readonly (string Verb, string What, string Unit, int Least)[] s_works =
    [
        ("新建", "高标准农田", "亩", 1800), ("改造", "老旧小区", "个", 12), ("新改建", "农村公路", "公里", 30), ("建成", "海绵化道路", "公里", 8),
        ("新增", "公共停车泊位", "个", 400), ("改造", "雨污合流管网", "公里", 16), ("建设", "口袋公园", "个", 9), ("新增", "托育机构托位", "个", 300),
        ("培育", "规模以上工业企业", "家", 20), ("完成", "危旧房屋整治", "户", 120), ("新建", "社区养老服务站", "个", 10), ("修复", "矿山生态", "亩", 260),
        ("打造", "和美乡村示范村", "个", 6), ("建成", "义务教育学校", "所", 3), ("新增", "充电桩", "个", 350), ("治理", "中小河流", "公里", 14),
        ("开展", "职业技能培训", "人次", 4000), ("引进", "亿元以上项目", "个", 8), ("完成", "造林绿化", "亩", 900), ("升级", "农贸市场", "个", 5),
        ("建设", "标准化厂房", "万平方米", 6), ("新增", "城镇就业", "人", 3000), ("建成", "青年公寓", "套", 240), ("整治", "低效用地", "亩", 500), ("安装", "一键呼叫设备", "套", 600),
    ];

    private static readonly string[] s_places = ["青溪片区", "白石镇", "云台街道", "长滩新区", "南港镇", "北岭乡", "东湖街道", "西山园区"];

    private static readonly string[] s_next =
    [
        "下步将倒排工期，督促施工单位增加人手和机械，确保按计划推进。",
        "下一步将抓紧办理用地和规划手续，协调管线迁改，力争早日全面铺开。",
        "正会同属地做好征迁收尾和群众工作，并同步开展质量安全巡查。",
        "后续将按月调度，对进度偏慢的标段约谈施工和监理单位。",
    ];

    private readonly Dictionary<(int Task, int Variant), MadeTask> _made = [];

    public MadeTask Of(int task, int variant)
    {
        if (!_made.TryGetValue((task, variant), out var made))
        {
            _made[(task, variant)] = made = Make(task, variant);
        }

        return made;
    }

    /// <summary>What is reported on a task in a month, without what the checks find in it.</summary>
    public static ReportText Text(int task, int variant, int month)
    {
        var (verb, what, unit, _) = s_works[task % s_works.Length];
        var target = Target(task, variant);
        var said = task % 15 == 4 && month > 5 ? 5 : month;
        var done = Share(target, said) * (task % 10 == 3 ? 4 : 10) / 10;
        var share = task % 20 == 7 ? 12 * said / 2 : 100 * done / target;
        var progress = Say($"截至{said}月底，{Place(task, variant)}已{verb}{what}{done}{unit}，占年度目标的{share}%；完成投资{Money(task) * said / 12}万元，")
            + Say($"{2 + ((task + variant) % 5)}个标段同步施工，累计协调解决用地、管线等问题{3 + (said * (2 + (task % 3)))}个。{s_next[(task + variant) % s_next.Length]}");
        var isBehind = (task + month) % 13 == 0;
        return new ReportText(progress, !isBehind, isBehind ? "受持续降雨影响，部分标段停工12天，已调整工序抢抓进度。" : null);
    }

    private MadeTask Make(int task, int variant)
    {
        var (verb, what, unit, _) = s_works[task % s_works.Length];
        var target = Target(task, variant);
        var content = Say($"{verb}{Place(task, variant)}{what}{target}{unit}，完成投资{Money(task)}万元。");
        var frequency = (task % 21) switch { < 18 => ReportingFrequency.Monthly, < 20 => ReportingFrequency.Quarterly, _ => ReportingFrequency.HalfYearly };
        var months = new List<MadeMonth>();
        foreach (var month in Enumerable.Range(1, 12))
        {
            var plan = Say($"累计{verb}{what}{Share(target, month)}{unit}。");
            var text = Text(task, variant, month);
            var check = Examine(content, frequency, months, plan, text, month);
            months.Add(new MadeMonth(text, plan, CheckedReport.Of(check, Guid.Empty), check.Doubts));
        }

        return new MadeTask(content, frequency, months);
    }

    private TaskCheck Examine(string content, ReportingFrequency frequency, List<MadeMonth> earlier, string plan, ReportText text, int month)
    {
        var row = new ReportedTask { Number = 1, Frequency = frequency, Content = content };
        var current = row with { Progress = text.Progress, PlanMet = text.PlanMet, Shortfall = text.Shortfall, OtherColumns = [new OtherColumn(Say($"{month}月计划"), plan)] };
        var previous = earlier.Select((said, index) => Document(index + 1, row with { Progress = said.Text.Progress })).ToList();
        return TaskChecks.Examine([Document(month, current)], previous, new ReportingPeriod(2025, month), settings).Value.Tasks[0];
    }

    private static TaskDocument Document(int month, ReportedTask row) => new() { Source = Say($"2025-{month:00}"), Period = new ReportingPeriod(2025, month), Tasks = [row] };

    private static int Target(int task, int variant) => s_works[task % s_works.Length].Least * (10 + ((task * 7 + variant * 3) % 20)) / 10;

    private static int Money(int task) => 900 + (task * 53 % 4000);

    private static string Place(int task, int variant) => s_places[(task / s_works.Length + variant) % s_places.Length];

    private static int Share(int target, int month) => Math.Max(1, target * month / 12);

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
