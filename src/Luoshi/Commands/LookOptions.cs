using System.CommandLine;
using System.CommandLine.Parsing;
using Luoshi.Documents.Writing;

namespace Luoshi.Commands;

/// <summary>--paper, --orientation and --fonts: how the default template looks.</summary>
internal sealed class LookOptions
{
    private readonly Option<Paper> _paper = Choice("--paper", "纸张：a4（默认）或 a3", new() { ["a4"] = Paper.A4, ["a3"] = Paper.A3 }, Paper.A4);

    private readonly Option<PaperOrientation> _orientation = Choice(
        "--orientation",
        "方向：landscape 横排（默认）或 portrait 竖排",
        new() { ["landscape"] = PaperOrientation.Landscape, ["portrait"] = PaperOrientation.Portrait },
        PaperOrientation.Landscape);

    private readonly Option<FontSet> _fonts = Choice(
        "--fonts",
        "字体：gb2312（默认，仿宋_GB2312 等）、windows（仿宋等）或 gbk（方正 GBK）",
        new() { ["gb2312"] = FontSet.Gb2312, ["windows"] = FontSet.Windows, ["gbk"] = FontSet.FounderGbk },
        FontSet.Gb2312);

    public void AddTo(Command command)
    {
        command.Add(_paper);
        command.Add(_orientation);
        command.Add(_fonts);
    }

    public MaterialLook Of(ParseResult parsed) => new()
    {
        Paper = parsed.GetValue(_paper),
        Orientation = parsed.GetValue(_orientation),
        Fonts = parsed.GetValue(_fonts)!,
    };

    /// <summary>The first of the options that was written on the command line; null for none.</summary>
    public string? Given(CommandResult result) =>
        new Option[] { _paper, _orientation, _fonts }.FirstOrDefault(option => result.GetResult(option) is { Implicit: false })?.Name;

    private static Option<T> Choice<T>(string name, string description, Dictionary<string, T> choices, T standard) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => standard,
        CustomParser = result =>
        {
            if (choices.TryGetValue(result.Tokens[0].Value.ToLowerInvariant(), out var chosen))
            {
                return chosen;
            }

            result.AddError($"{name} 只能是 {string.Join("、", choices.Keys)}，不能是“{result.Tokens[0].Value}”。");
            return standard;
        },
    };
}
