using System.CommandLine;
using System.Globalization;
using Luoshi.App.Meetings;
using Luoshi.Core.Reporting;
using Luoshi.Documents.Writing;
using Luoshi.Output;

namespace Luoshi.Commands;

/// <summary><c>luoshi compile</c>: from returns, or a finished material, to the executive-meeting material.</summary>
internal static class CompileCommand
{
    public static Command Create()
    {
        var files = FileArguments.Create("报送表、上月材料或任务分解表，可以多个");
        var output = new Option<string>("--out") { Description = "写到哪里：.docx 成文，.xlsx 可筛选，.html 可打印", Required = true };
        var asOf = Parsed<ReportingPeriod?>("--as-of", "材料的月份，如 2024-04；不写则取文件里最新的月份", "2024-04",
            text => ReportingPeriod.TryParse(text, out var period) ? period : null);
        var date = Parsed<DateOnly?>("--date", "封面上的日期，如 2024-04-28；不写则取材料自己的日期或月份", "2024-04-28",
            text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null);
        var plan = new Option<string>("--plan") { Description = "以这份任务分解为准，其他文件与它不一致时列出" };
        var template = new Option<string>("--template") { Description = "本单位的 Word 模板；纸张和字体由模板决定" };
        var paper = Choice("--paper", "纸张：a4（默认）或 a3", new() { ["a4"] = Paper.A4, ["a3"] = Paper.A3 }, Paper.A4);
        var orientation = Choice("--orientation", "方向：landscape 横排（默认）或 portrait 竖排",
            new() { ["landscape"] = PaperOrientation.Landscape, ["portrait"] = PaperOrientation.Portrait }, PaperOrientation.Landscape);
        var fonts = Choice("--fonts", "字体：gb2312（默认，仿宋_GB2312 等）、windows（仿宋等）或 gbk（方正 GBK）",
            new() { ["gb2312"] = FontSet.Gb2312, ["windows"] = FontSet.Windows, ["gbk"] = FontSet.FounderGbk }, FontSet.Gb2312);
        var force = new Option<bool>("--force") { Description = "覆盖已有的文件" };
        var json = new Option<bool>("--json") { Description = "只输出一份 JSON" };
        var command = new Command("compile", "汇总成办公会议材料（Word）") { files, output, asOf, date, plan, template, paper, orientation, fonts, force, json };
        command.Validators.Add(result =>
        {
            if (result.GetResult(template) is not null && new Option[] { paper, orientation, fonts }.FirstOrDefault(look => result.GetResult(look) is { Implicit: false }) is { } look)
            {
                result.AddError($"用了 --template 就不能再用 {look.Name}：纸张、方向和字体由模板决定。");
            }
        });
        command.SetAction((parsed, ct) => RunAsync(
            new CompileRequest
            {
                Inputs = parsed.GetRequiredValue(files),
                Output = parsed.GetRequiredValue(output),
                AsOf = parsed.GetValue(asOf),
                Date = parsed.GetValue(date),
                Plan = parsed.GetValue(plan),
                Template = parsed.GetValue(template),
                Look = new MaterialLook { Paper = parsed.GetValue(paper), Orientation = parsed.GetValue(orientation), Fonts = parsed.GetValue(fonts)! },
                Overwrite = parsed.GetValue(force),
            },
            parsed.GetValue(json),
            ct));
        return command;
    }

    private static async Task<int> RunAsync(CompileRequest request, bool json, CancellationToken ct)
    {
        var outcome = await CompileMaterial.ExecuteAsync(request, ct);
        if (outcome.Refusal is { } refusal)
        {
            return ExitCodes.Refuse(refusal);
        }

        CompileReport.Print(outcome.Value, json);
        return ExitCodes.Done;
    }

    private static Option<T> Parsed<T>(string name, string description, string example, Func<string, T> parse) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            var value = parse(result.Tokens[0].Value);
            if (value is null)
            {
                result.AddError($"{name} 要写成 {example} 这样，不能是“{result.Tokens[0].Value}”。");
            }

            return value;
        },
    };

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
