using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Luoshi.Core;
using Luoshi.Core.Checks;

namespace Luoshi.App.Checks;

/// <summary>
/// Settings of the checks as JSON: the ones in <c>check-settings.json</c>, built into the program, and the file that an office edits.
/// Each is explained on <see cref="CheckSettings"/>.
/// </summary>
public static class CheckSettingsFile
{
    private const int LargestFile = 1 << 20;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Read once; the same for every check.</summary>
    public static CheckSettings BuiltIn { get; } = ReadBuiltIn();

    /// <returns>
    /// The built-in settings with those of the file in their place, or a refusal: <c>settings-not-readable</c>, <c>settings-not-understood</c>.
    /// </returns>
    public static async Task<Outcome<CheckSettings>> ReadAsync(string path, CancellationToken ct)
    {
        var name = Path.GetFileName(path);
        try
        {
            if (new FileInfo(path) is not { Exists: true, Length: <= LargestFile })
            {
                return new Refusal("settings-not-readable", $"{name}：找不到这个设置文件，或文件太大。请检查路径和文件名。");
            }

            await using var file = File.OpenRead(path);
            return await JsonSerializer.DeserializeAsync<CheckSettings>(file, Options, ct) is { } settings ? Valid(settings, name) : NotUnderstood(name, "文件里没有设置");
        }
        catch (JsonException error)
        {
            var line = error.LineNumber is { } at ? string.Create(CultureInfo.InvariantCulture, $"第 {at + 1} 行") : "";
            var setting = error.Path is { Length: > 2 } place ? $"“{place[2..]}”" : "";
            return NotUnderstood(name, $"{line}{setting}看不懂，可能是名称写错、数字写成了文字，或少了逗号、引号");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new Refusal("settings-not-readable", $"{name}：设置文件打不开，可能正被占用或没有权限。");
        }
    }

    // A threshold below zero, or a month that does not exist, would silently turn a check off.
    internal static Outcome<CheckSettings> Valid(CheckSettings settings, string name)
    {
        (string Setting, bool IsValid, string Rule)[] rules =
        [
            ("paceTolerance", settings.PaceTolerance is >= 0 and <= 100, "0到100"),
            ("aheadFrom", settings.AheadFrom is >= 0 and <= 100, "0到100"),
            ("aboutTolerance", settings.AboutTolerance is >= 0 and <= 100, "0到100"),
            ("arithmeticTolerance", settings.ArithmeticTolerance is >= 0 and <= 100, "0到100"),
            ("strongPaceRatio", settings.StrongPaceRatio is >= 0 and <= 1, "0到1"),
            ("strongPaceGap", settings.StrongPaceGap is >= 0 and <= 100, "0到100"),
            ("firstPaceMonth", settings.FirstPaceMonth is >= 1 and <= 12, "1到12"),
            ("yellowFrom", settings.YellowFrom is >= 0 and <= 100, "0到100"),
            ("redAbove", settings.RedAbove >= settings.YellowFrom && settings.RedAbove <= 100, "不小于yellowFrom、不大于100"),
            ("wholeScopes", settings.WholeScopes.All(scope => !string.IsNullOrWhiteSpace(scope)), "不空的词语"),
            ("quarterlyMetrics", settings.QuarterlyMetrics.All(metric => !string.IsNullOrWhiteSpace(metric)), "不空的词语"),
            ("shortestRepeatedText", settings.ShortestRepeatedText >= 1, "1以上"),
            ("nearDuplicate", settings.NearDuplicate is > 0 and <= 1, "大于0、不大于1"),
            ("outlierScore", settings.OutlierScore > 0, "大于0"),
            ("outlierSamples", settings.OutlierSamples >= 3, "3以上"),
        ];
        return Array.Find(rules, rule => !rule.IsValid) is { Setting: { } wrong } rule ? NotUnderstood(name, $"“{wrong}”应为{rule.Rule}") : settings;
    }

    private static Refusal NotUnderstood(string name, string why) => new("settings-not-understood", $"{name}：{why}。请对照 docs/checks.md 说的默认设置改正后再试。");

    private static CheckSettings ReadBuiltIn()
    {
        using var file = typeof(CheckSettingsFile).Assembly.GetManifestResourceStream("check-settings.json")!;
        return JsonSerializer.Deserialize<CheckSettings>(file, Options)!;
    }
}
