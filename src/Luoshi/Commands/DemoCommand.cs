using System.CommandLine;
using Luoshi.App.Meetings;
using Luoshi.Output;

namespace Luoshi.Commands;

/// <summary>luoshi demo: the main job on the fictional sample district, from a month of returns to the material.</summary>
internal static class DemoCommand
{
    private const string Ledger = "重点工作任务分解.xlsx";

    public static Command Create()
    {
        var command = new Command("demo", "用虚构的青岚区走一遍：各单位6月报送 → 办公会议材料");
        command.SetAction((_, ct) => RunAsync(ct));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken ct)
    {
        var district = Path.Combine(AppContext.BaseDirectory, "samples", "qinglan");
        var returns = Directory.GetFiles(Path.Combine(district, "2024-06", "returns")).Order(StringComparer.Ordinal).ToList();
        var output = Path.Combine(Directory.CreateTempSubdirectory("luoshi-demo-").FullName, "青岚区2024年6月办公会议材料.docx");
        Console.WriteLine($"青岚区是虚构的。{returns.Count} 个单位的6月报送（Word、Excel、文本），次序按任务分解表；文末附内部疑点清单。");
        var request = new CompileRequest
        {
            Inputs = returns,
            Plan = Path.Combine(district, "2024", Ledger),
            AsOf = new(2024, 6),
            Government = "青岚区人民政府",
            WithDoubts = true,
            Output = output,
        };
        var compiled = await CompileMaterial.ExecuteAsync(request, ct);
        if (compiled.Refusal is { } refusal)
        {
            return ExitCodes.Refuse(refusal);
        }

        CompileReport.Print(compiled.Value, json: false);
        return ExitCodes.Done;
    }
}
