using Luoshi.Core.Ledgers;

namespace Luoshi.Core.Tests.Ledgers;

public sealed class TakingAUnitCellApart
{
    [Theory]
    [InlineData("区发改局", "区发改局")]
    [InlineData("区发改局、 区财政局", "区发改局|区财政局")]
    [InlineData("区发改局，区财政局；区统计局", "区发改局|区财政局|区统计局")]
    [InlineData("区发改局 区财政局", "区发改局|区财政局")]
    [InlineData("区发改局\n区财政局", "区发改局|区财政局")]
    [InlineData("市自然资源和规划局青岚分局", "市自然资源和规划局青岚分局")]
    [InlineData("市自然资源和\n规划局青岚分局", "市自然资源和规划局青岚分局")]
    [InlineData("市自然资源和规划局\n青岚分局", "市自然资源和规划局青岚分局")]
    [InlineData("区 财 政 局", "区财政局")]
    [InlineData("各镇（街道）、园区管委会", "各镇（街道）|园区管委会")]
    [InlineData("各县（市、区）", "各县（市、区）")]
    [InlineData("区教育局等有关单位", "区教育局")]
    public void Separators_part_units_and_a_broken_line_does_not(string cell, string units)
    {
        var parsed = UnitMentions.Parse(cell);

        Assert.Equal(units, string.Join("|", parsed.Lead.Select(unit => unit.Name)));
        Assert.All(parsed.Lead, unit => Assert.Null(unit.Qualifier));
        Assert.Empty(parsed.Supporting);
    }

    [Theory]
    [InlineData("区府办（金融）、区经信局", "区府办", "金融")]
    [InlineData("区委组织部<区委人才办>", "区委组织部", "区委人才办")]
    [InlineData("区府办(外事、侨务)", "区府办", "外事、侨务")]
    public void A_qualifier_is_kept_beside_the_name(string cell, string name, string qualifier)
    {
        var first = UnitMentions.Parse(cell).Lead[0];

        Assert.Equal(new UnitMention(name, qualifier), first);
    }

    [Theory]
    [InlineData("区发改局（牵头）、区财政局（配合）、区统计局（配合）")]
    [InlineData("区发改局牵头，区财政局、区统计局配合")]
    [InlineData("牵头单位：区发改局；配合单位：区财政局、区统计局")]
    [InlineData("区发改局牵头，区财政局、区统计局等参与")]
    public void Roles_named_inside_the_cell_part_lead_from_support(string cell)
    {
        var parsed = UnitMentions.Parse(cell);

        Assert.Equal(["区发改局"], parsed.Lead.Select(unit => unit.Name));
        Assert.Equal(["区财政局", "区统计局"], parsed.Supporting.Select(unit => unit.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("/")]
    [InlineData(" — ")]
    [InlineData("无")]
    public void Nothing_gives_no_unit(string? cell)
    {
        var parsed = UnitMentions.Parse(cell);

        Assert.Empty(parsed.Lead);
        Assert.Empty(parsed.Supporting);
    }
}
