using System.CommandLine;
using Luoshi.App.Meetings;
using Luoshi.Output;

namespace Luoshi.Commands;

/// <summary><c>luoshi compile</c>: from returns, or a finished material, to the executive-meeting material.</summary>
internal static class CompileCommand
{
    public static Command Create()
    {
        var files = FileArguments.Create("报送表、上月材料或任务分解表，可以多个");
        var output = new Option<string>("--out") { Description = "写到哪里：.docx 成文，.xlsx 可筛选，.html 可打印", Required = true };
        var asOf = PeriodOption.Create("--as-of", "材料的月份，如 2024-04；不写则取文件里最新的月份");
        var date = DateOption.Create("--date", "封面上的日期，如 2024-04-28；不写则取材料自己的日期或月份");
        var plan = new Option<string>("--plan") { Description = "以这份任务分解为准，其他文件与它不一致时列出" };
        var template = new Option<string>("--template") { Description = "本单位的 Word 模板；纸张和字体由模板决定" };
        var government = new Option<string>("--government") { Description = "封面上的政府名称；所给文件里写明的优先" };
        var doubts = new Option<bool>("--with-doubts") { Description = "文末附内部疑点清单，读回时不算任务" };
        var previous = new Option<string>("--previous") { Description = "上月材料，用来逐项比较" };
        var siblings = new SiblingOptions();
        var look = new LookOptions();
        var force = new Option<bool>("--force") { Description = "覆盖已有的文件" };
        var json = new Option<bool>("--json") { Description = "只输出一份 JSON" };
        var command = new Command("compile", "汇总成办公会议材料（Word）") { files, output, asOf, date, plan, previous, government, doubts, template, force, json };
        siblings.AddTo(command, previous);
        look.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(template) is not null && look.Given(result) is { } given)
            {
                result.AddError($"用了 --template 就不能再用 {given}：纸张、方向和字体由模板决定。");
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
                Previous = parsed.GetValue(previous),
                Government = parsed.GetValue(government),
                WithDoubts = parsed.GetValue(doubts),
                Template = parsed.GetValue(template),
                Siblings = siblings.Of(parsed),
                Look = look.Of(parsed),
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
}
