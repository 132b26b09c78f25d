using System.Globalization;
using Luoshi.Core.Checks;

namespace Luoshi.Web.Pages.Administration;

/// <summary>One setting of the checks as a field: its label, where its default comes from, and how it is read and written.</summary>
public sealed record CheckSettingField(string Key, string Label, string Source, Func<CheckSettings, string> Read, Func<CheckSettings, string, CheckSettings?> Write)
{
    /// <summary>Whether it is a list of words rather than a number.</summary>
    public bool IsList { get; init; }
}

/// <summary>The settings of the checks in the order of the form.</summary>
public static class CheckSettingFields
{
    private const string OurChoice = "本系统的取值，未见公开规定";

    public static IReadOnlyList<CheckSettingField> All { get; } =
    [
        Number("yellowFrom", "黄灯：比应达少多少个百分点起", "银川市2025年办法", settings => settings.YellowFrom, (settings, value) => settings with { YellowFrom = value }),
        Number("redAbove", "红灯：比应达少超过多少个百分点", "银川市2025年办法", settings => settings.RedAbove, (settings, value) => settings with { RedAbove = value }),
        Number("paceTolerance", "达到：比应达少不超过多少个百分点仍算达到", OurChoice, settings => settings.PaceTolerance, (settings, value) => settings with { PaceTolerance = value }),
        Number("aheadFrom", "超前：比时间进度多多少个百分点起", OurChoice, settings => settings.AheadFrom, (settings, value) => settings with { AheadFrom = value }),
        Number("aboutTolerance", "目标写“左右”“约”的，可少多少个百分点", OurChoice, settings => settings.AboutTolerance, (settings, value) => settings with { AboutTolerance = value }),
        Number("arithmeticTolerance", "文中占比与算得的差多少个百分点以内不提", OurChoice, settings => settings.ArithmeticTolerance, (settings, value) => settings with { ArithmeticTolerance = value }),
        Number("strongPaceRatio", "强疑点：不到应达的几成（0至1）", "武汉市：低于80%亮黄灯", settings => settings.StrongPaceRatio, (settings, value) => settings with { StrongPaceRatio = value }),
        Number("strongPaceGap", "强疑点：同时少多少个百分点以上", OurChoice, settings => settings.StrongPaceGap, (settings, value) => settings with { StrongPaceGap = value }),
        Whole("firstPaceMonth", "从几月起按时间进度提疑点", "宣城市：3月底起", settings => settings.FirstPaceMonth, (settings, value) => settings with { FirstPaceMonth = value }),
        Whole("shortestRepeatedText", "不足多少字的不比是否雷同", OurChoice, settings => settings.ShortestRepeatedText, (settings, value) => settings with { ShortestRepeatedText = value }),
        Real("nearDuplicate", "文字相同达到多少算雷同（0至1）", OurChoice, settings => settings.NearDuplicate, (settings, value) => settings with { NearDuplicate = value }),
        Real("outlierScore", "当月增量偏离往常多少算异常（修正 z 分数）", "Iglewicz、Hoaglin 1993", settings => settings.OutlierScore, (settings, value) => settings with { OutlierScore = value }),
        Whole("outlierSamples", "至少有几个往月才判断异常", OurChoice, settings => settings.OutlierSamples, (settings, value) => settings with { OutlierSamples = value }),
        List("wholeScopes", "表示全域的词", OurChoice, settings => settings.WholeScopes, (settings, value) => settings with { WholeScopes = value }),
        List("quarterlyMetrics", "按季公布的指标", OurChoice, settings => settings.QuarterlyMetrics, (settings, value) => settings with { QuarterlyMetrics = value }),
    ];

    private static CheckSettingField Number(string key, string label, string source, Func<CheckSettings, decimal> read, Func<CheckSettings, decimal, CheckSettings> write) => new(
        key, label, source, settings => read(settings).ToString("0.##", CultureInfo.InvariantCulture), (settings, text) => decimal.TryParse(text, CultureInfo.InvariantCulture, out var value) ? write(settings, value) : null);

    private static CheckSettingField Real(string key, string label, string source, Func<CheckSettings, double> read, Func<CheckSettings, double, CheckSettings> write) => new(
        key, label, source, settings => read(settings).ToString("0.##", CultureInfo.InvariantCulture), (settings, text) => double.TryParse(text, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? write(settings, value) : null);

    private static CheckSettingField Whole(string key, string label, string source, Func<CheckSettings, int> read, Func<CheckSettings, int, CheckSettings> write) => new(
        key, label, source, settings => read(settings).ToString(CultureInfo.InvariantCulture), (settings, text) => int.TryParse(text, CultureInfo.InvariantCulture, out var value) ? write(settings, value) : null);

    private static CheckSettingField List(string key, string label, string source, Func<CheckSettings, IReadOnlyList<string>> read, Func<CheckSettings, IReadOnlyList<string>, CheckSettings> write) => new(
        key, label, source, settings => string.Join('、', read(settings)), (settings, text) => write(settings, text.Split(['、', '，', ',', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
    {
        IsList = true,
    };
}
