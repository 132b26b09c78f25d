using System.Text;
using Luoshi.Core.Reading;
using Luoshi.Documents.Reading;

namespace Luoshi.Documents.Tests.Reading.Tables;

/// <summary>Documents as an office would paste them: tab-separated lines.</summary>
internal static class Documents
{
    public static TaskDocument Read(params string[] lines) =>
        DocumentReader.Read(Encoding.UTF8.GetBytes(string.Join('\n', lines)), "测试.txt", ReadLimits.Upload).Value;

    /// <summary>A table as the clipboard holds it: rows in HTML, spans and all.</summary>
    public static string Html(params string[] rows) => $"<table>{string.Concat(rows)}</table>";

    public static string Row(params string[] cells) => string.Join('\t', cells);

    public static string Units(IEnumerable<Core.Ledgers.UnitMention> units) =>
        string.Join("|", units.Select(unit => unit.Qualifier is null ? unit.Name : $"{unit.Name}<{unit.Qualifier}>"));
}
