namespace Luoshi.Core.Quantities;

/// <summary>Words a metric ends or begins with that decide what kind of figure it has.</summary>
internal static class MetricWords
{
    public static readonly string[] Rates = ["率", "比例", "比重", "占比", "覆盖面", "满意度", "比", "度", "浓度"];

    public static readonly string[] Works = ["工程量", "任务量", "总任务", "总量", "工程总量", "投资计划", "年度计划", "年度目标", "年度任务", "目标任务", "全年目标", "全年任务", "工作量", "计划", "目标", "任务", "序时进度", "时间进度"];

    public static readonly string[] Stocks = ["总数", "总量", "余额", "存栏", "保有量", "拥有量", "存量", "总人口", "常住人口", "拥有", "户籍人口", "指数", "系数", "均价", "单价"];

    public static readonly string[] Projects =
        ["项目", "工程", "公园", "馆", "中心", "小区", "桥", "路", "隧道", "医院", "学校", "广场", "码头", "综合体", "基地", "水库", "厂", "管网", "泵站", "农田", "海塘", "园区", "街区", "改造", "建设"];

    public static readonly string[] Plans = ["年度目标任务", "目标任务", "年度计划", "年度目标", "年度任务", "全年目标", "全年任务", "目标数", "目标", "任务数", "任务", "计划总投资", "计划投资", "总任务"];

    /// <summary>What is told by a figure without a unit.</summary>
    public static readonly string[] Indices = ["指数", "系数", "容积率", "收入比"];

    /// <summary>What is told in days, months or years; anywhere else a duration only describes (24小时值班).</summary>
    public static readonly string[] Durations = ["天数", "日数", "周期", "时长", "用时", "时间", "时限", "期限", "年限", "寿命", "龄", "停留"];

    /// <summary>What stands before a capacity that only describes the works behind it.</summary>
    public static readonly string[] Capacities = ["期", "年产", "日产", "月产", "年加工", "日加工", "年处理", "日处理", "年屠宰", "年出栏", "年吞吐"];

    public static bool EndsWithAny(ReadOnlySpan<char> text, params string[] words)
    {
        foreach (var word in words)
        {
            if (text.EndsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
