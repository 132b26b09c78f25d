using System.Globalization;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Doubts;

/// <summary>日期未到 — days that are still to come, told as gone by.</summary>
internal static class DatesToCome
{
    private static readonly WordFinder Told = new("已 业已 完成了 完工了 成功举办 成功举行 圆满举办 圆满举行 圆满落幕 圆满完成 顺利举办 顺利举行 顺利完成 顺利通车");

    private static readonly WordFinder ToCome = new("约定 约好 商定 承诺 方案 筹备 报名 预约 将 拟 计划 预计 力争 争取 确保 预期 有望 可望 排定 定于 要求 目标 明确 列入 纳入 下达 之前 底前 月前 日前");

    // 7-8月排班已落实到人, 7月路线已审核发布: done beforehand, for a month to come.
    private static readonly WordFinder Arranged = new("月起 排班 安排 部署 落实 审核 发布 公布 确定 制定 编制 准备");

    private const int ArrangedVerb = 2;

    // 于9月已完成招标, in March: as near in the year gone by.
    private const int HalfAYear = 6;

    /// <summary>A day to come, told as done.</summary>
    public static Doubt? Find(ExaminedRow examined)
    {
        var text = examined.Row.Progress;
        foreach (var clause in Clauses.All(text))
        {
            var isOfTheDeed = IsDateOfTheDeed(text, clause);
            if (Told.Find(text, clause) is null || (!isOfTheDeed && Arranged.Find(text, clause) is not null) || ToCome.Find(text, clause) is not null || LaterMonths.In(text, clause, examined.AsOf) is not { } month)
            {
                continue;
            }

            return new Doubt(
                DoubtRule.LaterDateToldDone,
                isOfTheDeed && examined.AsOf.MonthsUntil(month) < HalfAYear ? DoubtStrength.Strong : DoubtStrength.Weak,
                string.Create(CultureInfo.InvariantCulture, $"报送期是{examined.AsOf.Year}年{examined.AsOf.Month}月，“{clause.Of(text)}”说的是{month.Year}年{month.Month}月。请核实是计划还是已完成。"),
                [examined.Row.Quote(clause)],
                []);
        }

        return null;
    }

    /// <summary>已于9月完工, 9月底已建成: the date stands right beside 已. 已列入7月发债计划 dates something else.</summary>
    private static bool IsDateOfTheDeed(string text, TextSpan clause)
    {
        var at = text.IndexOf('已', clause.Start, clause.Length);
        if (at < 0)
        {
            return false;
        }

        var behind = text.AsSpan(at + 1, clause.End - at - 1).TrimStart("于在经");
        if (Arranged.Find(text, TextSpan.Between(clause.End - behind.Length, Math.Min(clause.End, clause.End - behind.Length + ArrangedVerb))) is not null)
        {
            // 7月已安排赴外地推介: what 已 says is done is the arranging.
            return false;
        }

        var before = text.AsSpan(clause.Start, at - clause.Start).TrimEnd("前就均都全部初中上下旬底末");
        return (behind.Length > 0 && char.IsAsciiDigit(behind[0])) || (before.Length > 0 && before[^1] is '月' or '日');
    }
}
