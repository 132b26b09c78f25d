using CsCheck;
using Luoshi.Core.Ledgers;
using static Luoshi.Documents.Tests.Reading.Tables.Documents;

namespace Luoshi.Documents.Tests.Reading.Tables;

/// <summary>Whatever the tasks and however the office names its columns, the same fields come back.</summary>
public sealed class AnyTableOfTasks
{
    private static readonly string[] Posts = ["区长", "常务副区长", "副区长", "区委常委", "区政府党组成员", "二级巡视员"];
    private static readonly string[] Names = ["顾清和", "沈砚秋", "方亦舟", "温若川", "陆明"];
    private static readonly string[] UnitNames = ["区发改局", "区文化和广电旅游体育局", "市自然资源和规划局青岚分局", "云溪镇", "各镇（街道）", "国网青岚供电公司", "区委宣传部"];
    private static readonly string[] Works = ["新建污水管网6公里", "整治河道4条。", "地区生产总值增长5.5%", "1. 改造泵站2座；2. 加固水库1座。", "开展“百企进校”活动", "出台《扶持办法》"];
    private static readonly string[] Accounts = ["完成2.1公里", "一季度增长5.1%，预计上半年增长5.3%。", "已完成", "正在推进招标，6月底前开工", "无锡项目签约"];
    private static readonly (string Text, bool? Met)[] Claims = [("是", true), ("否", false), ("√", true), ("未达序", false), ("/", null)];

    private static readonly string[][] Spellings =
    [
        ["序号", "编号", "No.", "序 号"],
        ["分管领导", "责任领导", "牵头领导", "包抓领导", "分 管县领导"],
        ["工作内容", "工作任务", "重点任务", "目标与任务", "项目内容", "督查事项", "具体工作内容"],
        ["牵头单位", "牵头责任单位", "牵头部门", "主办单位", "承办单位", "牵头负责部门"],
        ["配合单位", "协办单位", "协同责任单位", "责任主体与协同单位", "参与单位"],
        ["5月完成情况", "1-5月推进情况", "当前进度", "进展情况", "工作动态", "落实情况"],
        ["是否完成月度计划", "是否达序", "是否完成", "是否达到序时进度"],
        ["未完成情况说明", "未完成原因", "存在问题", "滞后原因", "说明"],
    ];

    private static readonly Gen<Line> Lines =
        from name in OneOf(Names)
        from post in OneOf(Posts)
        from work in OneOf(Works)
        from lead in OneOf(UnitNames).HashSet[1, 3]
        from support in OneOf(UnitNames).HashSet[0, 3]
        from account in OneOf(Accounts)
        from claim in OneOf(Claims)
        from shortfall in OneOf(["/", "征地滞后", "招标推迟；资金未到位。"])
        select new Line(name, post, work, lead, support, account, claim.Text, claim.Met, shortfall);

    private static readonly Gen<string[]> Headers =
        Gen.Int[0, 1000].Array[Spellings.Length].Select(picks => Spellings.Select((words, i) => words[picks[i] % words.Length]).ToArray());

    [Fact]
    public void Reads_back_to_the_same_fields_under_every_spelling_of_its_header() =>
        Gen.Select(Headers, Lines.Array[1, 12]).Sample(
            (headers, lines) =>
            {
                string[] rows = [Row(headers), .. lines.Select((line, i) => line.ToRow(i + 1))];

                var document = Read(rows);

                Assert.Equal(
                    lines.Select((line, i) => line.ToFields(i + 1)),
                    document.Tasks.Select(task => string.Join(" | ", task.Number, task.Leader, task.Content, Units(task.LeadUnits), Units(task.SupportingUnits), task.Progress, task.PlanMet, task.Shortfall)));
            },
            iter: 2_000);

    private static Gen<T> OneOf<T>(T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private sealed record Line(string Name, string Post, string Work, ICollection<string> Lead, ICollection<string> Support, string Account, string Claim, bool? Met, string Shortfall)
    {
        public string ToRow(int number) =>
            Row($"{number}", $"{Name}{Post}", Work, string.Join('、', Lead), Support.Count == 0 ? "/" : string.Join('、', Support), Account, Claim, Shortfall);

        public string ToFields(int number) =>
            string.Join(" | ", number, new LeaderMention(Name, Post), Work, string.Join('|', Lead), string.Join('|', Support), Account, Met, Shortfall == "/" ? null : Shortfall);
    }
}
