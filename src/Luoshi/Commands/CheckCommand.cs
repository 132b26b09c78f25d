using System.CommandLine;
using Luoshi.App.Checks;
using Luoshi.Documents.Reading;
using Luoshi.Output;

namespace Luoshi.Commands;

/// <summary>luoshi check FILE... [--as-of YYYY-MM] [--previous FILE]... [--plan FILE]... [--settings FILE] [--json]</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var files = FileArguments.Create("Word、Excel、PDF、文本或网页表格文件，可以多个");
        var asOf = PeriodOption.Create("--as-of", "按哪个月核对，如 2024-04；不写则取文件里最新的月份");
        var previous = new Option<string[]>("--previous") { Description = "以前月份的材料，用来逐月比较，可以多个", DefaultValueFactory = _ => [] };
        var plans = new Option<string[]>("--plan") { Description = "批准的分月计划，先按计划判断，没有计划的再按时间进度", DefaultValueFactory = _ => [] };
        var settings = new Option<string?>("--settings") { Description = "本单位的核对设置（JSON），没写的项用默认值" };
        var json = new Option<bool>("--json") { Description = "输出 JSON，供其他程序使用" };
        var command = new Command("check", "逐项核对目标与完成情况，列出请核实的疑点") { files, asOf, previous, plans, settings, json };
        command.SetAction((parsed, ct) => RunAsync(
            new CheckRequest { Files = parsed.GetRequiredValue(files), Previous = parsed.GetValue(previous) ?? [], Plans = parsed.GetValue(plans) ?? [], AsOf = parsed.GetValue(asOf) },
            parsed.GetValue(settings),
            parsed.GetValue(json),
            ct));
        return command;
    }

    private static async Task<int> RunAsync(CheckRequest request, string? settingsFile, bool json, CancellationToken ct)
    {
        if (settingsFile is not null)
        {
            var settings = await CheckSettingsFile.ReadAsync(settingsFile, ct);
            if (settings.Refusal is { } unread)
            {
                return ExitCodes.Refuse(unread);
            }

            request = request with { Settings = settings.Value };
        }

        var outcome = await CheckDocuments.ExecuteAsync(request, ReadLimits.Local, ct);
        if (outcome.Refusal is { } refusal)
        {
            return ExitCodes.Refuse(refusal);
        }

        if (json)
        {
            using var output = Console.OpenStandardOutput();
            CheckJson.Write(output, outcome.Value);
        }
        else
        {
            CheckTable.Write(outcome.Value);
        }

        return ExitCodes.Done;
    }
}
