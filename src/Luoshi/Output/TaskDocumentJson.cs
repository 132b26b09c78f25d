using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Output;

/// <summary>The JSON of <c>luoshi read</c>. Field names and values are a contract with other programs; written as a stream, so that size does not matter.</summary>
internal static class TaskDocumentJson
{
    private const int FlushAt = 1 << 16;

    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream output, IReadOnlyList<TaskDocument> documents)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteStartArray("documents");
        foreach (var document in documents)
        {
            WriteDocument(json, document);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    /// <summary>The contract's word for a frequency.</summary>
    public static string Name(ReportingFrequency frequency) => frequency switch
    {
        ReportingFrequency.Weekly => "weekly",
        ReportingFrequency.Biweekly => "biweekly",
        ReportingFrequency.Monthly => "monthly",
        ReportingFrequency.Quarterly => "quarterly",
        ReportingFrequency.HalfYearly => "half-yearly",
        ReportingFrequency.Yearly => "yearly",
    };

    private static void WriteDocument(Utf8JsonWriter json, TaskDocument document)
    {
        json.WriteStartObject();
        json.WriteString("source", document.Source);
        json.WriteString("title", document.Title);
        json.WriteString("government", document.Government);
        json.WriteString("date", Iso(document.Date));
        json.WriteString("period", document.Period?.ToString());
        json.WriteStartArray("tasks");
        foreach (var task in document.Tasks)
        {
            WriteTask(json, task);
            if (json.BytesPending > FlushAt)
            {
                json.Flush();
            }
        }

        json.WriteEndArray();
        json.WriteStartArray("problems");
        foreach (var problem in document.Problems)
        {
            json.WriteStartObject();
            json.WriteString("severity", Name(problem.Severity));
            json.WriteString("code", problem.Code);
            json.WriteString("message", problem.Message);
            WriteLocation(json, problem.Location);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTask(Utf8JsonWriter json, ReportedTask task)
    {
        json.WriteStartObject();
        json.WritePropertyName("leader");
        WriteLeader(json, task.Leader);
        json.WriteStartArray("otherLeaders");
        foreach (var leader in task.OtherLeaders)
        {
            WriteLeader(json, leader);
        }

        json.WriteEndArray();
        WriteNumber(json, "number", task.Number);
        json.WriteString("frequency", task.Frequency is { } frequency ? Name(frequency) : null);
        json.WriteString("content", task.Content);
        json.WriteString("target", task.Target);
        WriteUnits(json, "leadUnits", task.LeadUnits);
        WriteUnits(json, "supportingUnits", task.SupportingUnits);
        json.WriteString("deadline", task.Deadline);
        json.WriteString("deadlineDate", Iso(task.DeadlineDate));
        json.WriteString("progress", task.Progress);
        json.WriteStartArray("earlierProgress");
        foreach (var earlier in task.EarlierProgress)
        {
            json.WriteStartObject();
            json.WriteString("period", earlier.Period?.ToString());
            json.WriteString("text", earlier.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (task.PlanMet is { } met)
        {
            json.WriteBoolean("planMet", met);
        }
        else
        {
            json.WriteNull("planMet");
        }

        json.WriteString("shortfall", task.Shortfall);
        json.WriteStartObject("otherColumns");
        foreach (var column in task.OtherColumns)
        {
            json.WriteString(column.Header, column.Text);
        }

        json.WriteEndObject();
        WriteLocation(json, task.Location);
        json.WriteEndObject();
    }

    private static void WriteLeader(Utf8JsonWriter json, LeaderMention? leader)
    {
        if (leader is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("name", leader.Name);
        json.WriteString("title", leader.Title);
        json.WriteEndObject();
    }

    private static void WriteUnits(Utf8JsonWriter json, string name, IReadOnlyList<UnitMention> units)
    {
        json.WriteStartArray(name);
        foreach (var unit in units)
        {
            json.WriteStartObject();
            json.WriteString("name", unit.Name);
            json.WriteString("qualifier", unit.Qualifier);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLocation(Utf8JsonWriter json, SourceLocation location)
    {
        json.WriteStartObject("location");
        WriteNumber(json, "line", location.Line);
        WriteNumber(json, "page", location.Page);
        WriteNumber(json, "table", location.Table);
        WriteNumber(json, "row", location.Row);
        json.WriteString("sheet", location.Sheet);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static string Name(ProblemSeverity severity) => severity switch
    {
        ProblemSeverity.Info => "info",
        ProblemSeverity.Warning => "warning",
        ProblemSeverity.Error => "error",
    };

    private static string? Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
