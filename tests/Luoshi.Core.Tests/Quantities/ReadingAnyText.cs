using System.Globalization;
using CsCheck;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Tests.Quantities;

public sealed class ReadingAnyText
{
    private static readonly IReadOnlyList<LabelledSentence> Sentences = LabelledQuantities.Load(Repository.File("samples", "labelled", "quantities.tsv")).Sentences;

    private static readonly string[] Silent = Sentences.Where(sentence => sentence.Labels.Count == 0).Select(sentence => sentence.Text).ToArray();

    private static readonly string[] Fragments =
        ["1", "23", "4.5", "1,000", "１２", "三", "十余", "百分之", "三分之一", "万", "亿", "元", "%", "％", "个", "家", "人次", "亩", "个百分点", "增长", "下降", "由", "到", "的", "占", "完成", "分别", "其中", "以上", "左右",
            "年底前", "4月", "2024年", "截至", "一季度", "、", "，", "。", "；", "：", "（", "）", "“", "”", "《", "第", "位居全市", "与", "持平", "同步", "零增长", "比", "较", "高于", "项目", "投资", "\n", " ", "建成", "前", "-", "至", "个亿", "追回", "涉及", "在", "正在", "新建", "群众"];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.OneOf(Fragments).Array[0, 40].Select(string.Concat),
        Gen.String[0, 60],
        Gen.OneOf(Sentences.Select(sentence => sentence.Text).ToArray()).Array[1, 4].Select(string.Concat));

    private static readonly Gen<QuantityContext> Contexts = Gen.OneOf(
        LabelledQuantities.Context(QuantityField.Content),
        LabelledQuantities.Context(QuantityField.Progress),
        new QuantityContext { Field = QuantityField.Progress },
        new QuantityContext { Field = QuantityField.Content });

    [Theory]
    [InlineData("投资十余亿亿亿亿元")]
    [InlineData("新增万亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿户")]
    [InlineData("投资99999999999999999999999999亿亿元，占0.0000000000000000000000000001%")]
    public void A_number_larger_than_any_office_has_is_no_number(string text)
    {
        var found = QuantityReader.Read(text, new QuantityContext { Field = QuantityField.Progress });

        Assert.All(found, quantity => Assert.True(Math.Abs(quantity.BaseValue ?? 0) < 1e28m));
    }

    [Fact]
    public void Never_throws_and_every_span_lies_in_the_text() => Gen.Select(Texts, Contexts).Sample(
        (text, context) =>
        {
            foreach (var quantity in QuantityReader.Read(text, context))
            {
                Assert.InRange(quantity.Span.Start, 0, text.Length);
                Assert.InRange(quantity.Span.End, quantity.Span.Start + 1, text.Length);
                Assert.True(quantity.Span.Contains(quantity.ValueSpan), quantity.Span.Of(text));
            }
        },
        iter: 20_000);

    [Fact]
    public void Spans_nest_or_stand_apart_and_come_in_the_order_of_the_text() => Gen.Select(Texts, Contexts).Sample(
        (text, context) =>
        {
            var found = QuantityReader.Read(text, context);
            for (var index = 1; index < found.Count; index++)
            {
                var (before, after) = (found[index - 1].Span, found[index].Span);
                Assert.True(before.Start <= after.Start);
                Assert.True(after.Start >= before.End || before.Contains(after), $"{before.Of(text)} crosses {after.Of(text)} in {text}");
            }
        },
        iter: 20_000);

    [Fact]
    public void A_whole_is_another_figure_of_the_same_list() => Gen.Select(Texts, Contexts).Sample(
        (text, context) =>
        {
            var found = QuantityReader.Read(text, context);
            for (var index = 0; index < found.Count; index++)
            {
                Assert.True(found[index].WholeIndex is not { } whole || (whole >= 0 && whole < found.Count && whole != index));
            }
        },
        iter: 10_000);

    [Fact]
    public void The_same_text_gives_the_same_quantities() => Gen.Select(Texts, Contexts).Sample(
        (text, context) => Assert.Equal(QuantityReader.Read(text, context), QuantityReader.Read(new string(text.AsSpan()), context)),
        iter: 5_000);

    [Fact]
    public void A_sentence_without_figures_before_or_after_only_moves_the_spans() => Gen.Select(Gen.OneOf(Sentences.ToArray()), Gen.OneOf(Silent), Gen.OneOf(Silent)).Sample(
        (sentence, before, after) =>
        {
            var context = LabelledQuantities.Context(sentence.Field);
            var alone = QuantityReader.Read(sentence.Text, context);

            var among = QuantityReader.Read(before + sentence.Text + after, context);

            Assert.Equal(alone, among.Select(quantity => quantity with { Span = Back(quantity.Span), ValueSpan = Back(quantity.ValueSpan) }));

            TextSpan Back(TextSpan span) => new(span.Start - before.Length, span.Length);
        },
        iter: 5_000);

    [Fact]
    public void A_printed_quantity_reads_back() => Gen.Select(Gen.OneOf("新建农村公路", "规上工业产值", "培育龙头企业", "农产品产量"), Gen.Decimal[0.1m, 99999m], Gen.OneOf("万元", "亿元", "亩", "公里", "家", "个", "吨", "万人次", "平方米", "户"),
        Gen.OneOf("{0}", "{0}左右", "{0}以上", "约{0}", "不少于{0}", "超{0}")).Sample(
        (noun, number, unit, form) =>
        {
            var value = Math.Round(number, 2);
            var printed = value.ToString("0.##", CultureInfo.InvariantCulture) + unit;
            var context = LabelledQuantities.Context(QuantityField.Content);

            var quantity = Assert.Single(QuantityReader.Read($"持续推进重点工作，{noun}{string.Format(CultureInfo.InvariantCulture, form, printed)}。", context));

            Assert.Equal(value, quantity.Value);
            Assert.Equal(unit, quantity.Unit);
            Assert.Equal(form switch { "{0}左右" or "约{0}" => Comparator.About, "超{0}" => Comparator.GreaterThan, _ => Comparator.AtLeast }, quantity.Comparator);
            Assert.True(quantity.Kind is QuantityKind.Count or QuantityKind.Amount);
        },
        iter: 2_000);

    [Fact]
    public void A_number_reads_the_same_in_every_way_of_writing_it() => Gen.Int[2, 9999].Sample(
        number =>
        {
            string[] written = [number.ToString(CultureInfo.InvariantCulture), number.ToString("#,0", CultureInfo.InvariantCulture), FullWidth(number), InChinese(number)];
            foreach (var form in written)
            {
                var quantity = Assert.Single(QuantityReader.Read($"培育龙头企业{form}家。", LabelledQuantities.Context(QuantityField.Content)));

                Assert.Equal(number, quantity.Value);
                Assert.Equal("龙头企业", quantity.Metric);
            }
        },
        iter: 2_000);

    [Theory]
    [InlineData("1")]
    [InlineData("由")]
    [InlineData("分别")]
    [InlineData("其中")]
    [InlineData("（1个）")]
    [InlineData("((1个)")]
    [InlineData("截至")]
    [InlineData("占1亿元的1%")]
    [InlineData("1个，与上年持平")]
    [InlineData("“")]
    [InlineData("三分之")]
    public void Long_repeats_are_read_to_the_end(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 50_000));

        var found = QuantityReader.Read(text, LabelledQuantities.Context(QuantityField.Progress));

        Assert.All(found, quantity => Assert.InRange(quantity.Span.End, 1, text.Length));
    }

    [Fact]
    public void A_number_of_forty_digits_is_no_quantity()
    {
        var found = QuantityReader.Read($"累计完成投资{new string('9', 40)}亿元，新建管网5公里。", LabelledQuantities.Context(QuantityField.Progress));

        Assert.Equal("管网", Assert.Single(found).Metric);
    }

    [Theory]
    [InlineData("新增龙头企业 5 - 8 家", 5, 8.0, "家")]
    [InlineData("龙头企业产值增长6% — 7%", 6, 7.0, "%")]
    [InlineData("龙头企业投资1亿3000万元", 13000, null, "万元")]
    [InlineData("龙头企业职工3 000人", 3000, null, "人")]
    [InlineData("服务龙头企业3000+家", 3000, null, "家")]
    [InlineData("龙头企业产值同比+5.6%", 5.6, null, "%")]
    [InlineData("龙头企业投资≥10亿元", 10, null, "亿元")]
    public void Loose_ways_of_typing_a_figure_are_read(string text, double value, double? upper, string unit)
    {
        var quantity = Assert.Single(QuantityReader.Read(text, LabelledQuantities.Context(QuantityField.Content)));

        Assert.Equal((decimal)value, quantity.Value);
        Assert.Equal((decimal?)upper, quantity.Upper);
        Assert.Equal(unit, quantity.Unit);
    }

    [Fact]
    public void A_full_stop_of_half_width_ends_the_sentence_behind_a_figure()
    {
        var found = QuantityReader.Read("财政收入增长4.0%.城镇新增就业8000人.", LabelledQuantities.Context(QuantityField.Progress));

        Assert.Equal(["财政收入", "城镇新增就业"], found.Select(quantity => quantity.Metric));
    }

    [Fact]
    public void Without_a_document_period_no_period_is_guessed()
    {
        var found = QuantityReader.Read("一季度新增企业12家，年底前建成青岚医院。", new QuantityContext { Field = QuantityField.Progress });

        Assert.Null(Assert.Single(found).From);
    }

    private static string FullWidth(int number) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => (char)(digit - '0' + '０')));

    private static string InChinese(int number)
    {
        const string Digits = "零一二三四五六七八九";
        var text = "";
        var zero = false;
        foreach (var (place, name) in ((int, string)[])[(1000, "千"), (100, "百"), (10, "十"), (1, "")])
        {
            var digit = number / place % 10;
            text += digit == 0 ? "" : (zero && text.Length > 0 ? "零" : "") + (digit == 1 && place == 10 && text.Length == 0 ? "" : Digits[digit]) + name;
            zero = digit == 0;
        }

        return number == 2 ? "两" : text;
    }
}
