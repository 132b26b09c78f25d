using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Luoshi.Core.Quantities;
using Luoshi.Core.Reporting;

namespace Luoshi.Bench;

/// <summary>How fast quantities are read: a long text, adversarial texts at n and 2n, and the labelled sentences one by one.</summary>
internal static class QuantityReading
{
    private const int Runs = 7;
    private const int SentenceRuns = 60;

    private const string Sentence =
        "上半年，青岚区完成固定资产投资62.3亿元，同比增长8.4%，其中制造业投资21.6亿元、增长12.5%；新开工亿元以上项目17个，占年度任务的56.7%，"
        + "改造老旧小区14个、惠及居民5200户，PM2.5平均浓度降至27微克/立方米，城镇和农村居民收入分别增长4.9%和6.2%，剩余3条道路计划9月底前完工。";

    private static readonly QuantityContext Context = new() { Field = QuantityField.Progress, AsOf = new ReportingPeriod(2025, 6), Places = ["青岚"] };

    /// <summary>Texts whose every character could begin, end or continue a figure.</summary>
    private static readonly string[] Adversaries = ["1", "1,", "十", "一", "增长", "（", "“", "占", "的", "、", "分别", "由1到", "1个", "其中1个", "建成", "第", "追回", "涉及", "完成投资12.\n5"];

    public static void Run()
    {
        var text = string.Concat(Enumerable.Repeat(Sentence, 4_000));
        var megabytes = Encoding.UTF8.GetByteCount(text) / 1e6;
        var time = Best(text);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{megabytes:F1} MB of UTF-8 · {time.TotalMilliseconds:F0} ms · {megabytes / time.TotalSeconds:F1} MB/s · {QuantityReader.Read(text, Context).Count} quantities"));
        foreach (var adversary in Adversaries)
        {
            var once = string.Concat(Enumerable.Repeat(adversary, 400_000 / adversary.Length));
            var (n, twice) = (Best(once), Best(once + once));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{adversary} × {once.Length / adversary.Length}: {n.TotalMilliseconds:F1} ms · twice as many: {twice.TotalMilliseconds:F1} ms · ratio {twice / n:F1}"));
        }
    }

    /// <summary>
    /// Reads every sentence of a labelled file and writes, as one JSON object a line, the sentence, where its labelled figures stand and what was read.
    /// </summary>
    public static void RunLabelled(string labelled, string output)
    {
        var rows = File.ReadLines(labelled).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')).ToArray();
        var each = double.MaxValue;
        for (var run = 0; run < SentenceRuns; run++)
        {
            var start = Stopwatch.GetTimestamp();
            foreach (var row in rows)
            {
                QuantityReader.Read(row[1], Context);
            }

            each = Math.Min(each, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        using var writer = new StreamWriter(output);
        foreach (var row in rows)
        {
            var read = QuantityReader.Read(row[1], Context).Select(quantity => new { start = quantity.ValueSpan.Start, end = quantity.ValueSpan.End, value = quantity.Value, unit = quantity.Unit });
            writer.WriteLine(JsonSerializer.Serialize(new { text = row[1], labels = row.Skip(2), read }));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{each:F2}"));
    }

    private static TimeSpan Best(string text)
    {
        var best = TimeSpan.MaxValue;
        for (var run = 0; run < Runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            QuantityReader.Read(text, Context);
            var time = Stopwatch.GetElapsedTime(start);
            best = time < best ? time : best;
        }

        return best;
    }
}
