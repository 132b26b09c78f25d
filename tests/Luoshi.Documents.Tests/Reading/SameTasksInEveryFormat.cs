using System.Diagnostics;
using System.Net;
using System.Text;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;
using Luoshi.Documents.Reading;
using Luoshi.Documents.Tests.Builders;

namespace Luoshi.Documents.Tests.Reading;

/// <summary>The sample district's April material, set as every kind of file an office sends.</summary>
public sealed class SameTasksInEveryFormat
{
    private static readonly string[] Header = ["序号", "报送频次", "工作内容", "牵头单位", "4月完成情况", "是否完成月度计划", "未完成情况说明"];

    private static string MaterialPath => Path.Combine(Root(), "samples", "qinglan", "2024-04", "material.docx");

    private static TaskDocument Material => Read(File.ReadAllBytes(MaterialPath));

    [Fact]
    public void A_sheet_for_each_leader()
    {
        var book = new XlsxFile();
        foreach (var leader in ByLeader())
        {
            book = book.Sheet(leader.Key, XlsxFile.Data([.. Rows(leader).Prepend(["2024年政府工作报告重点工作完成情况（4月）"]).Select((cells, i) => XlsxFile.Row(i + 1, cells))]));
        }

        AssertSame(Read(book.ToArray()));
    }

    [Fact]
    public void One_flat_table_with_a_leader_column_as_csv()
    {
        var csv = new StringBuilder("2024年政府工作报告重点工作完成情况（4月）\r\n").Append("责任领导,").AppendJoin(',', Header).Append("\r\n");
        foreach (var leader in ByLeader())
        {
            foreach (var cells in Rows(leader).Skip(1))
            {
                csv.AppendJoin(',', cells.Prepend(leader.Key).Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append("\r\n");
            }
        }

        AssertSame(Read(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(csv.ToString())).ToArray()));
    }

    [Fact]
    public void Tables_pasted_from_a_web_page()
    {
        var html = new StringBuilder("<html><body><h1>2024年政府工作报告重点工作完成情况（4月）</h1>");
        foreach (var leader in ByLeader())
        {
            html.Append("<p>").Append(leader.Key).Append("</p><table>");
            foreach (var cells in Rows(leader))
            {
                html.Append("<tr>").AppendJoin("", cells.Select(cell => $"<td>{WebUtility.HtmlEncode(cell).Replace("\n", "<br>", StringComparison.Ordinal)}</td>")).Append("</tr>");
            }

            html.Append("</table>");
        }

        AssertSame(Read(Encoding.UTF8.GetBytes(html.ToString())));
    }

    [Fact]
    public void Markdown_with_pipe_tables()
    {
        var markdown = new StringBuilder("# 2024年政府工作报告重点工作完成情况（4月）\n\n");
        foreach (var leader in ByLeader())
        {
            markdown.Append("## ").Append(leader.Key).Append("\n\n");
            foreach (var (cells, i) in Rows(leader).Select((cells, i) => (cells, i)))
            {
                markdown.Append("| ").AppendJoin(" | ", cells.Select(cell => WebUtility.HtmlEncode(cell).Replace("|", "\\|", StringComparison.Ordinal).Replace("\n", "<br>", StringComparison.Ordinal))).Append(" |\n");
                markdown.Append(i == 0 ? "|---|---|---|---|---|---|---|\n" : "");
            }

            markdown.Append('\n');
        }

        AssertSame(Read(Encoding.UTF8.GetBytes(markdown.ToString())));
    }

    [Fact]
    public void Printed_to_pdf_by_an_office_program()
    {
        Assert.SkipUnless(CanRun("soffice"), "LibreOffice (soffice) is not installed.");
        var folder = Directory.CreateTempSubdirectory("luoshi-pdf-").FullName;
        try
        {
            Run("soffice", "--headless", $"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf", "--outdir", folder, MaterialPath);

            // A page shows lines, not paragraphs: what the typist broke and what the column broke look alike.
            AssertSame(Read(File.ReadAllBytes(Path.Combine(folder, "material.pdf"))), text => PlainText.Compact(text));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void AssertSame(TaskDocument document, Func<string, string>? view = null)
    {
        view ??= text => text;

        Assert.Equal(new ReportingPeriod(2024, 4), document.Period);
        Assert.Equal(Material.Tasks.Select(task => view(Fields(task))), document.Tasks.Select(task => view(Fields(task))));
    }

    private static string Fields(ReportedTask task) => string.Join(
        " | ",
        Name(task.Leader!),
        task.Number,
        task.Frequency,
        task.Content,
        string.Join('、', task.LeadUnits.Select(Name)),
        task.Progress,
        task.PlanMet,
        task.Shortfall);

    private static IEnumerable<IGrouping<string, ReportedTask>> ByLeader() => Material.Tasks.GroupBy(task => Name(task.Leader!));

    private static IEnumerable<string[]> Rows(IEnumerable<ReportedTask> tasks) => tasks
        .Select(task => new[]
        {
            $"{task.Number}",
            task.Frequency!.Value.Name(),
            task.Content,
            string.Join('、', task.LeadUnits.Select(Name)),
            task.Progress ?? "/",
            task.PlanMet == true ? "是" : "否",
            task.Shortfall ?? "/",
        })
        .Prepend(Header);

    private static string Name(LeaderMention leader) => leader.Name + leader.Title;

    private static string Name(UnitMention unit) => unit.Qualifier is null ? unit.Name : $"{unit.Name}（{unit.Qualifier}）";

    private static TaskDocument Read(byte[] file) => DocumentReader.Read(file, "文件", ReadLimits.Upload).Value;

    private static bool CanRun(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _ = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        _ = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        process.WaitForExit();
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Luoshi.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Luoshi.slnx was not found above the tests.");
        }

        return folder.FullName;
    }
}
