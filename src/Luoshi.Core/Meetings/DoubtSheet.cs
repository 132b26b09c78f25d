using System.Globalization;
using Luoshi.Core.Checks;

namespace Luoshi.Core.Meetings;

/// <summary>
/// 疑点清单 — the internal sheet behind a material: by leader, strong doubts first, each a question with the arithmetic and the words it rests on.
/// </summary>
public sealed record DoubtSheet(string Explanation, IReadOnlyList<DoubtSection> Sections)
{
    /// <summary>What stands above it, alone in its line. Whoever reads the material back knows by it where the tasks end.</summary>
    public const string Title = "疑点清单（内部）";

    /// <summary>Repeated on every page.</summary>
    public const string Notice = "内部资料　供督查核实使用，不随材料印发";

    /// <summary>The sheet's columns; the last is filled in by hand.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["序号", "牵头单位", "疑点", "请核实", "原文依据", "核实结果"];

    public static DoubtSheet Of(MaterialExamination examined)
    {
        var strong = examined.Tasks.Count(task => task.Doubts(DoubtStrength.Strong).Any());
        var weak = examined.Tasks.Count(task => task.Check is { Doubts.Count: > 0 }) - strong;
        var explanation = string.Create(
            CultureInfo.InvariantCulture,
            $"核对到{examined.AsOf.InWords()}，时间进度{examined.ExpectedShare * 100:0.0}%。▲ {strong}项凭原文和算式即可看出，△ 另{weak}项供参考；都是请核实，不是结论。");
        var sections = examined.Sections
            .Where(section => section.Tasks.Any(task => task.Check is { Doubts.Count: > 0 }))
            .Select(section => new DoubtSection(
                section.Leader?.Line() ?? MaterialWording.NoLeader,
                [.. Lines(section, DoubtStrength.Strong), .. Lines(section, DoubtStrength.Weak)]))
            .ToList();
        return new DoubtSheet(explanation, sections);
    }

    private static IEnumerable<DoubtLine> Lines(ExaminedSection section, DoubtStrength strength) => section.Tasks
        .SelectMany(task => task.Doubts(strength).Select(doubt => new DoubtLine(
            task.Row.Task.Number?.ToString(CultureInfo.InvariantCulture) ?? MaterialWording.Nothing,
            task.Row.Task.LeadUnits.Count > 0 ? task.Row.Task.LeadUnits.Names() : MaterialWording.Nothing,
            Mark(strength) + doubt.Code.Name(),
            Question(doubt),
            Quotations(doubt))));

    // The mark survives black-and-white copies, as a colour would not.
    private static string Mark(DoubtStrength strength) => strength switch
    {
        DoubtStrength.Strong => "▲",
        DoubtStrength.Weak => "△",
    };

    private static string Question(Doubt doubt)
    {
        var asked = doubt.Message.Contains("请核实", StringComparison.Ordinal) ? doubt.Message : doubt.Message + "请核实。";
        return doubt.Related.Count == 0 ? asked
            : asked + "相关：" + string.Join('、', doubt.Related.Select(related => $"{related.Leader}第{related.Number?.ToString(CultureInfo.InvariantCulture) ?? "…"}项")) + "。";
    }

    private static string Quotations(Doubt doubt) => doubt.Evidence.Count == 0 ? MaterialWording.Nothing
        : string.Join('\n', doubt.Evidence
            .GroupBy(evidence => evidence.Field)
            .Select(field => $"{FieldName(field.Key)}：{string.Join("…", field.OrderBy(evidence => evidence.Span.Start).Select(evidence => $"“{evidence.Text.Replace('\n', ' ')}”").Distinct())}"));

    private static string FieldName(string field) => field switch
    {
        "content" => "工作内容",
        "target" => "年度目标",
        "progress" => "完成情况",
        "shortfall" => "未完成情况说明",
        _ => field,
    };
}

/// <summary>One leader's doubts. <paramref name="Leader"/> is the line above them.</summary>
public sealed record DoubtSection(string Leader, IReadOnlyList<DoubtLine> Lines);

/// <summary>One doubt as it is printed.</summary>
public sealed record DoubtLine(string Number, string Units, string Kind, string Question, string Quotations)
{
    /// <summary>In the order of <see cref="DoubtSheet.Columns"/>.</summary>
    public IReadOnlyList<string> Cells => [Number, Units, Kind, Question, Quotations, ""];
}
