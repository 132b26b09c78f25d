using System.CommandLine;
using Luoshi.App.Meetings;
using Luoshi.Core.Reporting;
using Luoshi.Documents.Writing;

namespace Luoshi.Commands;

/// <summary><c>luoshi compile</c>: from returns, or a finished material, to the executive-meeting material.</summary>
internal static class CompileCommand
{
    public static Command Create()
    {
        var files = FileArguments.Create("报送表、上月材料或任务分解表，可以多个");
        var output = new Option<string>("--out") { Description = "写到哪里（.docx）", Required = true };
        var asOf = new Option<ReportingPeriod?>("--as-of")
        {
            Description = "材料的月份，如 2024-04；不写则取文件里最新的月份",
            CustomParser = result =>
            {
                if (ReportingPeriod.TryParse(result.Tokens[0].Value, out var period))
                {
                    return period;
                }

                result.AddError($"--as-of 要写成 2024-04 这样的年月，不能是“{result.Tokens[0].Value}”。");
                return null;
            },
        };
        var paper = Choice("--paper", "纸张：a4（默认）或 a3", new() { ["a4"] = Paper.A4, ["a3"] = Paper.A3 }, Paper.A4);
        var orientation = Choice("--orientation", "方向：landscape 横排（默认）或 portrait 竖排",
            new() { ["landscape"] = PaperOrientation.Landscape, ["portrait"] = PaperOrientation.Portrait }, PaperOrientation.Landscape);
        var fonts = Choice("--fonts", "字体：gb2312（默认，仿宋_GB2312 等）、windows（仿宋等）或 gbk（方正 GBK）",
            new() { ["gb2312"] = FontSet.Gb2312, ["windows"] = FontSet.Windows, ["gbk"] = FontSet.FounderGbk }, FontSet.Gb2312);
        var force = new Option<bool>("--force") { Description = "覆盖已有的文件" };
        var json = new Option<bool>("--json") { Description = "只输出一份 JSON" };
        var command = new Command("compile", "汇总成办公会议材料（Word）") { files, output, asOf, paper, orientation, fonts, force, json };
        command.SetAction(result =>
        {
            var compiled = CompileMaterial.Execute(new CompileRequest
            {
                Inputs = result.GetRequiredValue(files),
                Output = result.GetRequiredValue(output),
                AsOf = result.GetValue(asOf),
                Look = new MaterialLook { Paper = result.GetValue(paper), Orientation = result.GetValue(orientation), Fonts = result.GetValue(fonts)! },
                Overwrite = result.GetValue(force),
            });
            if (compiled.Refusal is { } refusal)
            {
                Console.Error.WriteLine($"{refusal.Code}: {refusal.Message}");
                return 1;
            }

            CompileReport.Print(compiled.Value, result.GetValue(json));
            return 0;
        });
        return command;
    }

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
