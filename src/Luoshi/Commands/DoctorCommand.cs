using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Luoshi.App.Safety;
using Luoshi.Output;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Commands;

/// <summary>luoshi doctor: 0 when everything that is stored agrees, 1 when something was found.</summary>
internal static class DoctorCommand
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), WriteIndented = true };

    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "输出 JSON，供其他程序使用" };
        var store = new StoreOptions();
        var command = new Command("doctor", "体检：核对全部数据，重新计算每个合计，列出不一致的地方") { json };
        store.AddTo(command);
        command.SetAction((parsed, ct) => RunAsync(store, parsed, parsed.GetValue(json), ct));
        return command;
    }

    private static async Task<int> RunAsync(StoreOptions store, ParseResult parsed, bool json, CancellationToken ct)
    {
        var choice = store.Choice(parsed);
        var outcome = choice.Refusal is { } misunderstood
            ? misunderstood
            : await StoreOptions.AsOwnerAsync(choice.Value, services => services.GetRequiredService<ExamineStore>().ExecuteAsync(store.Folder(parsed), ct));
        if (outcome.Refusal is { } refusal)
        {
            return ExitCodes.Refuse(refusal);
        }

        var found = outcome.Value.Sum(examined => examined.Findings.Count);
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(new { ok = found == 0, examined = outcome.Value }, s_json));
        }
        else
        {
            Print(outcome.Value, found);
        }

        return found == 0 ? ExitCodes.Done : ExitCodes.Refused;
    }

    private static void Print(IReadOnlyList<Examined> all, int found)
    {
        foreach (var examined in all)
        {
            Console.WriteLine($"{(examined.Findings.Count == 0 ? "正常" : "异常")}  {examined.Name}");
            foreach (var finding in examined.Findings)
            {
                Console.WriteLine($"      {finding.Code}  {finding.Place}");
                Console.WriteLine($"      {finding.Message}");
            }
        }

        Console.WriteLine(found == 0 ? "体检完毕，没有发现问题。" : $"体检完毕，发现{found}处问题。");
    }
}
