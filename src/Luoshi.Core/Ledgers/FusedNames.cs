namespace Luoshi.Core.Ledgers;

/// <summary>Names that lost their separator: 陆明俞悦 is two people. Only surnames can tell, so the common ones are listed.</summary>
internal static class FusedNames
{
    private const string Surnames =
        "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹"
        + "姚邵湛汪祁毛禹狄米贝明臧计成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀羊惠甄封芮"
        + "储靳段巫乌焦巴弓牧谷车侯宓全班仰秋仲伊宫宁仇栾甘厉祖武符刘景詹束龙叶幸司黎薄印宿白怀蒲从鄂索籍赖卓蔺屠蒙池乔阴苍闻党翟谭贡劳姬申扶堵冉宰郦雍桑桂牛寿通边扈燕冀尚农温别庄晏柴瞿阎充慕连茹习艾鱼容向古易慎"
        + "戈廖庾终居衡步都耿满弘匡国文寇广东欧沃利蔚越师巩聂晁勾敖融冷辛阚简饶曾沙养丰巢关查后红游权盖益桓公闫肖涂佘代覃侍苟";

    private static readonly string[] CompoundSurnames = ["欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯", "宇文", "端木", "南宫"];

    /// <summary>The names in the text: itself when it is one, two when it can only be two.</summary>
    public static IEnumerable<string> Split(string text)
    {
        var compound = Array.Exists(CompoundSurnames, surname => text.StartsWith(surname, StringComparison.Ordinal));
        var cut = text.Length switch
        {
            4 when !compound && IsSurname(text[2]) => 2,
            5 when IsSurname(text[3]) && !IsSurname(text[2]) => 3,
            5 when IsSurname(text[2]) => 2,
            6 when IsSurname(text[3]) => 3,
            _ => 0,
        };
        return cut == 0 ? [text] : [text[..cut], text[cut..]];
    }

    /// <summary>Whether a text of two or three characters may be somebody's name.</summary>
    public static bool MayBeName(string text) => text.Length is 2 or 3 && IsSurname(text[0]);

    private static bool IsSurname(char c) => Surnames.Contains(c, StringComparison.Ordinal);
}
