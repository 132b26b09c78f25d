using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Luoshi.App.Meetings;
using Luoshi.Core.Meetings;

namespace Luoshi.Commands;

/// <summary>What <c>luoshi compile</c> says when it is done: how much went in, who is missing, what a person must look at.</summary>
internal static class CompileReport
{
    private static readonly JsonWriterOptions s_json = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void Print(CompiledMaterial compiled, bool json)
    {
        if (json)
        {
            using var output = Console.OpenStandardOutput();
            Write(compiled, output);
            return;
        }

        var material = compiled.Material;
        Console.WriteLine($"{material.Heading}：{material.Sections.Count} 位领导，{material.Rows.Count()} 项，其中未报送 {Missing(material)} 项。");
        foreach (var note in material.Notes)
        {
            Console.WriteLine($"  · {(note.Source is null ? "" : note.Source + "：")}{note.Message}");
        }

        foreach (var file in compiled.Siblings.Prepend(compiled.Output))
        {
            Console.WriteLine($"已写入 {file}");
        }
    }

    private static void Write(CompiledMaterial compiled, Stream output)
    {
        using var json = new Utf8JsonWriter(output, s_json);
        var material = compiled.Material;
        json.WriteStartObject();
        json.WriteString("output", compiled.Output);
        json.WriteStartArray("siblings");
        foreach (var file in compiled.Siblings)
        {
            json.WriteStringValue(file);
        }

        json.WriteEndArray();
        json.WriteString("heading", material.Heading);
        json.WriteString("government", material.Government);
        json.WriteString("date", material.Date?.ToString("O"));
        json.WriteString("period", material.Period?.ToString());
        json.WriteNumber("tasks", material.Rows.Count());
        json.WriteNumber("missing", Missing(material));
        json.WriteStartArray("leaders");
        foreach (var section in material.Sections)
        {
            json.WriteStartObject();
            json.WriteString("name", section.Leader?.Name);
            json.WriteString("title", section.Leader?.Title);
            json.WriteNumber("tasks", section.Rows.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("notes");
        foreach (var note in material.Notes)
        {
            json.WriteStartObject();
            json.WriteString("code", note.Code);
            json.WriteString("message", note.Message);
            json.WriteString("source", note.Source);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static int Missing(MeetingMaterial material) => material.Rows.Count(row => row.Return == ReturnState.Missing);
}
