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
    [InlineData("区教育局等12个部门", "区教育局")]
    [InlineData("区发改局、区财政局等有关部门和单位", "区发改局|区财政局")]
    [InlineData("区高等教育办公室", "区高等教育办公室")]
    [InlineData("1.区发改局\n2.区财政局", "区发改局|区财政局")]
    [InlineData("①区发改局②区财政局", "区发改局|区财政局")]
    [InlineData("·区发改局\n·区财政局", "区发改局|区财政局")]
    [InlineData("区委编办 区 纪 委 区监委", "区委编办|区纪委|区监委")]
    [InlineData("区发改局、区财政局按职责分工负责", "区发改局|区财政局")]
    [InlineData("区住建局、区城管局分别牵头", "区住建局|区城管局")]
    public void Separators_part_units_and_a_broken_line_does_not(string cell, string units)
    {
        var parsed = UnitMentions.Parse(cell);

        Assert.Equal(units, string.Join("|", parsed.Lead.Select(unit => unit.Name)));
        Assert.All(parsed.Lead, unit => Assert.Null(unit.Qualifier));
        Assert.Empty(parsed.Supporting);
    }

    [Theory]
    [InlineData("区发改局和区财政局", "区发改局|区财政局")]
    [InlineData("区发改局与区财政局", "区发改局|区财政局")]
    [InlineData("区市场监管局以及区公安分局", "区市场监管局|区公安分局")]
    [InlineData("区发改局 and 区财政局", "区发改局|区财政局")]
    [InlineData("市自然资源和规划局和区住建局", "市自然资源和规划局|区住建局")]
    [InlineData("云溪镇和东湖街道", "云溪镇|东湖街道")]
    [InlineData("区民宗局和各镇（街道）", "区民宗局|各镇（街道）")]
    [InlineData("市自然资源和规划局", "市自然资源和规划局")]
    [InlineData("区文化和广电旅游体育局", "区文化和广电旅游体育局")]
    [InlineData("区农业农村和水利局", "区农业农村和水利局")]
    [InlineData("区城乡建设和交通局", "区城乡建设和交通局")]
    [InlineData("市公安局和平分局", "市公安局和平分局")]
    public void And_parts_two_units_and_not_the_inside_of_a_name(string cell, string units)
    {
        Assert.Equal(units, string.Join("|", UnitMentions.Parse(cell).Lead.Select(unit => unit.Name)));
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
    [InlineData("区发改局（牵头）、区财政局、区统计局")]
    [InlineData("区发改局  配合：区财政局、区统计局")]
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
