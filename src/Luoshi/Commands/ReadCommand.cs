using System.CommandLine;
using Luoshi.App.Reading;
using Luoshi.Documents.Reading;
using Luoshi.Output;

namespace Luoshi.Commands;

/// <summary>luoshi read FILE... [--json]</summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        var files = FileArguments.Create("Word、Excel、PDF、文本或网页表格文件");
        var json = new Option<bool>("--json") { Description = "输出 JSON，供其他程序使用" };
        var command = new Command("read", "读出文件里的重点工作，逐条列出认出的内容和读不懂的地方") { files, json };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetRequiredValue(files), parsed.GetValue(json), ct));
        return command;
    }

    private static async Task<int> RunAsync(string[] files, bool json, CancellationToken ct)
    {
        var outcome = await ReadDocuments.ExecuteAsync(files, ReadLimits.Local, ct);
        if (outcome.Refusal is { } refusal)
        {
            return ExitCodes.Refuse(refusal);
        }

        if (json)
        {
            using var output = Console.OpenStandardOutput();
            TaskDocumentJson.Write(output, outcome.Value);
        }
        else
        {
            TaskDocumentTable.Write(outcome.Value);
        }

        return ExitCodes.Done;
    }
}
