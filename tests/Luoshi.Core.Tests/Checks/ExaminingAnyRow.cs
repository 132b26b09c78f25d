using CsCheck;
using static Luoshi.Core.Tests.Checks.Rows;

namespace Luoshi.Core.Tests.Checks;

/// <summary>Whatever a row says, it is examined: the rules meet words that no set has.</summary>
public sealed class ExaminingAnyRow
{
    private static readonly string[] Files = ["pairs.jsonl", "pairs-reports.jsonl", "pairs-tables.jsonl", "pairs-tasks.jsonl", "pairs-trades.jsonl", "pairs-wordings.jsonl", "pairs-clerks.jsonl", "pairs-published.jsonl", "pairs-innocent.jsonl", "answers-plain.jsonl", "answers-counties.jsonl", "answers-published.jsonl", "answers-bureaus.jsonl", "doubts-wordings.jsonl"];

    private static readonly string[] Contents = Told("content");

    private static readonly string[] Progress = Told("progress");

    private static readonly string[] Fragments =
        ["已全部完成", "过半", "翻番", "全覆盖", "每季度", "每月", "其中", "省级以上", "国家级1项", "省级2项", "小学2所", "学校3所", "新建7个、提升6个", "“两癌”", "“”", "的", "、", "，", "。", "；", "3", "12.5", "%", "万", "亿元", "户", "实际完成", "计划", "将", "未发生", "夏粮", "粮食", " ", "\u3000", "３", "１２．５", ",", "2,400", "1.", "（2）", "\n", "下一步，将继续努力。"];

    [Fact]
    public void Never_throws_and_quotes_to_the_letter() => Gen.Select(Texts(Contents), Texts(Progress), Texts(Progress), Gen.Int[1, 12]).Sample(
        (content, progress, before, month) =>
        {
            // Nothing promised is no row.
            var asked = content.Length == 0 ? "建设" : content;
            var check = Check(month, Row(asked, progress), Document(month == 1 ? 1 : month - 1, Row(asked, before)));

            Assert.All(check.Comparisons, comparison =>
            {
                Assert.InRange(comparison.Target, 0, check.Targets.Count - 1);
                Assert.True(comparison.Reading is not { } reading || reading < check.Readings.Count);
            });
            Assert.All(check.Targets, target => Assert.Equal(target.Source.Text, target.Source.Span.Of(asked)));
            Assert.All(check.Doubts.SelectMany(doubt => doubt.Evidence), evidence => Assert.Equal(evidence.Text, evidence.Span.Of(evidence.Field == "content" ? asked : progress)));
            Assert.All(check.Readings.Concat(check.OtherNumbers), figure => Assert.Equal(figure.Source.Text, figure.Source.Span.Of(progress)));
        },
        iter: 5_000);

    private static Gen<string> Texts(string[] told) => Gen.OneOf(
        Gen.OneOf(told),
        Gen.Select(Gen.OneOf(told), Gen.Int[0, 200], Gen.Int[0, 200]).Select((text, from, length) => from >= text.Length ? text : text.Substring(from, Math.Min(length, text.Length - from))),
        Gen.Select(Gen.OneOf(told), Gen.OneOf(Fragments).Array[0, 6], Gen.OneOf(told)).Select((first, middle, last) => first + string.Concat(middle) + last),
        Gen.OneOf(Fragments).Array[0, 12].Select(string.Concat));

    private static string[] Told(string field) => [.. Files.SelectMany(name => LabelledRows.Load(name).Rows).Select(row => LabelledRows.Text(row, field)).OfType<string>()];
}
