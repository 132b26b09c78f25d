namespace Luoshi.Documents.Reading.Pdf;

/// <summary>
/// Some PDF writers name a character by its radical, because both share one glyph in the font: ⽉ (U+2F49) for 月. They look the same and
/// compare as different, so each becomes the ideograph that was meant.
/// </summary>
internal static class Radicals
{
    private const char Bar = '\u2015';
    private const char FirstSupplement = '\u2E80';
    private const char FirstKangxi = '\u2F00';

    // U+2E80 to U+2EF3 in order; those without an ideograph stand for themselves.
    private const string Supplement =
        "⺀厂乛乚乙亻冂⺇刀刂卜㔾小小兀尣尢尣巳幺彑彐忄心扌攵⺚旡日月歹母民氵水灬爪爫丬牛犭⺩疋目示礻⺮糹纟罓罒罓⺴⺵羊羊羊老"
        + "⺺⺻肉臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶阝钅長镸长门⻕阝雨青韦页风飞食⻞飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";

    // U+2F00 to U+2FD5 in order: what the standard's compatibility mapping gives, in today's shapes (户, not 戶).
    private const string Kangxi =
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴"
        + "廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿"
        + "目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵"
        + "邑酉釆里金長門阜隶隹雨青非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

    /// <summary>What an office would have typed: ideographs for radicals, and the dash for the bar that shares its glyph.</summary>
    public static string Meant(string text) => text.Any(c => IsRadical(c) || c == Bar) ? string.Concat(text.Select(Meant)) : text;

    private static char Meant(char character) => IsRadical(character) ? Ideograph(character) : character == Bar ? '—' : character;

    private static bool IsRadical(char character) =>
        character is >= FirstSupplement and < (char)(FirstSupplement + 116) or >= FirstKangxi and < (char)(FirstKangxi + 214);

    private static char Ideograph(char radical) => radical < FirstKangxi ? Supplement[radical - FirstSupplement] : Kangxi[radical - FirstKangxi];
}
