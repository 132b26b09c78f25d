using Luoshi.Core.Reporting;

namespace Luoshi.Documents.Tests.Reporting;

internal static class SampleForm
{
    public static UnitForm April { get; } = new()
    {
        Government = "青岚区人民政府",
        UnitName = "区住建局",
        FormId = new Guid("0196e2a4-7b1c-7e53-9f00-5d2f8a1c4e77"),
        Period = new ReportingPeriod(2024, 4),
        DueText = "2024年4月28日17时",
        Rows =
        [
            new UnitFormRow
            {
                ItemKey = "k-101",
                Version = 1,
                Number = 3,
                Leader = "周明远常务副区长",
                Frequency = "月度报",
                Content = "开工建设保障性租赁住房3,000套，年内基本建成1,800套。",
                MonthlyPlan = "累计开工1,200套，基本建成400套。",
                LastProgress = "累计开工950套，占年度目标的31.7%；基本建成260套。东湖片区地块完成土方开挖，南桥片区地块完成施工招标。",
                LastPeriod = "2024年3月",
            },
            new UnitFormRow
            {
                ItemKey = "k-102",
                Version = 4,
                Number = 7,
                Leader = "周明远常务副区长",
                Frequency = "月度报",
                Content = "改造老旧小区26个，惠及居民8,400户。",
                MonthlyPlan = "累计开工14个，完工5个。",
                LastProgress = "累计开工9个，完工2个。",
                LastPeriod = "2024年3月",
                Progress = "累计开工11个，其中本月新增2个；完工4个。",
                PlanMet = false,
                Shortfall = "3个小区加装电梯意见尚未统一。",
            },
            new UnitFormRow
            {
                ItemKey = "k-103",
                Version = 2,
                Voluntary = true,
                Leader = "沈若兰副区长",
                Frequency = "季度报",
                Content = "完成城市体检，建立问题清单并逐项销号。",
            },
        ],
    };
}
