using Luoshi.Core.Ledgers;

namespace Luoshi.Core.Tests.Ledgers;

public sealed class TakingALeaderApart
{
    [Theory]
    [InlineData("沈砚秋常务副区长", "沈砚秋", "常务副区长")]
    [InlineData("顾清和区长", "顾清和", "区长")]
    [InlineData("陆景行常委", "陆景行", "常委")]
    [InlineData("副区长 方亦舟", "方亦舟", "副区长")]
    [InlineData("方亦舟（副区长）", "方亦舟", "副区长")]
    [InlineData("区委常委、常务副区长 沈砚秋", "沈砚秋", "区委常委、常务副区长")]
    [InlineData("岑远山 副区长、公安分局局长", "岑远山", "副区长、公安分局局长")]
    [InlineData("江望舒党组成员", "江望舒", "党组成员")]
    [InlineData("沈 砚 秋 常务副区长", "沈砚秋", "常务副区长")]
    [InlineData("叶某区政府党组成员", "叶某", "区政府党组成员")]
    [InlineData("常务副区长", null, "常务副区长")]
    [InlineData("温若川", "温若川", null)]
    [InlineData("分管领导：温若川副区长", "温若川", "副区长")]
    [InlineData("副区长：温若川", "温若川", "副区长")]
    [InlineData("顾清和（区委副书记、区长）", "顾清和", "区委副书记、区长")]
    [InlineData("副区长（分管交通、水利）", null, "副区长")]
    [InlineData("副区长（兼）方亦舟", "方亦舟", "副区长")]
    [InlineData("副区长（方亦舟）", "方亦舟", "副区长")]
    [InlineData("李副区长", "李", "副区长")]
    [InlineData("云溪镇党委书记 江望舒", "江望舒", "云溪镇党委书记")]
    [InlineData("区政府办主任 江望舒", "江望舒", "区政府办主任")]
    [InlineData("二级巡视员岑远山牵头负责的重点工作", "岑远山", "二级巡视员")]
    [InlineData("艾合买提·吐尔逊 副区长", "艾合买提·吐尔逊", "副区长")]
    public void Name_and_title_come_apart_in_either_order(string text, string? name, string? title)
    {
        var leader = Assert.Single(LeaderMentions.Parse(text));

        Assert.Equal(new LeaderMention(name, title), leader);
    }

    [Theory]
    [InlineData("沈砚秋、方亦舟", "沈砚秋|方亦舟")]
    [InlineData("陆 明俞 悦", "陆明|俞悦")]
    [InlineData("陆 明 俞 悦", "陆明|俞悦")]
    [InlineData("陆明俞悦", "陆明|俞悦")]
    [InlineData("陆明 沈砚秋", "陆明|沈砚秋")]
    [InlineData("沈砚秋方亦舟", "沈砚秋|方亦舟")]
    [InlineData("欧阳明远", "欧阳明远")]
    [InlineData("沈砚秋常务副区长、方亦舟副区长", "沈砚秋|方亦舟")]
    [InlineData("“沈砚秋、方亦舟”", "沈砚秋|方亦舟")]
    [InlineData("方亦舟和温若川", "方亦舟|温若川")]
    [InlineData("顾清和和沈砚秋", "顾清和|沈砚秋")]
    [InlineData("沈砚秋（常务副区长）、方亦舟（副区长）", "沈砚秋|方亦舟")]
    public void Several_people_in_one_cell_come_apart(string text, string names)
    {
        var leaders = LeaderMentions.Parse(text);

        Assert.Equal(names, string.Join("|", leaders.Select(leader => leader.Name)));
    }

    [Fact]
    public void Two_heads_of_government_are_two_people_and_a_second_post_is_not()
    {
        Assert.Equal(2, LeaderMentions.Parse("区长、常务副区长").Count);
        Assert.Equal("区委常委、副区长", Assert.Single(LeaderMentions.Parse("区委常委、副区长")).Title);
    }

    [Theory]
    [InlineData("沈砚秋常务副区长", true)]
    [InlineData("二、常务副区长 沈砚秋（22项）", true)]
    [InlineData("（三）副区长方亦舟", true)]
    [InlineData("【区委常委、常务副区长】", true)]
    [InlineData("● 顾清和 区长", true)]
    [InlineData("第一部分 常务副区长沈砚秋", true)]
    [InlineData("区长顾清和、常务副区长沈砚秋", true)]
    [InlineData("沈砚秋", false)]
    [InlineData("城市管理委员会主任", false)]
    [InlineData("主要指标", false)]
    [InlineData("副区长主持召开全区工业经济运行分析会并讲话", false)]
    [InlineData("2024年4月28日", false)]
    [InlineData("1", false)]
    public void A_leader_line_shows_a_title_and_little_else(string line, bool isLeader)
    {
        Assert.Equal(isLeader, LeaderMentions.ParseLine(line).Count > 0);
    }
}
