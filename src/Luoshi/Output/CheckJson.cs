using System.Text.Encodings.Web;
using System.Text.Json;
using Luoshi.Core.Checks;
using Luoshi.Core.Quantities;

namespace Luoshi.Output;

/// <summary>The JSON of <c>luoshi check</c>. Field names and values are a contract with other programs. Each task is written as soon as it is examined.</summary>
internal static class CheckJson
{
    private const int FlushAt = 1 << 16;

    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream output, TaskExamination examination)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("asOf", examination.AsOf.ToString());
        json.WriteNumber("expectedShare", examination.ExpectedShare);
        json.WriteStartArray("tasks");
        foreach (var task in examination.Tasks())
        {
            WriteTask(json, task);
            if (json.BytesPending > FlushAt)
            {
                json.Flush();
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    private static void WriteTask(Utf8JsonWriter json, TaskCheck task)
    {
        json.WriteStartObject();
        json.WriteString("leader", task.Task.Leader?.Name ?? task.Task.Leader?.Title);
        WriteNumber(json, "number", task.Task.Number);
        json.WriteString("source", task.Source);
        WriteQuantities(json, "targets", task.Targets, isTarget: true);
        WriteQuantities(json, "readings", task.Readings, isTarget: false);
        WriteQuantities(json, "otherNumbers", task.OtherNumbers, isTarget: false);
        json.WriteStartArray("comparisons");
        foreach (var comparison in task.Comparisons)
        {
            json.WriteStartObject();
            json.WriteNumber("target", comparison.Target);
            WriteNumber(json, "reading", comparison.Reading);
            WriteNumber(json, "ratio", comparison.Ratio);
            WriteNumber(json, "expectedShare", comparison.ExpectedShare);
            json.WriteString("verdict", comparison.Verdict.Code());
            json.WriteString("rule", comparison.Rule.Id());
            json.WriteString("yardstick", Name(comparison.Yardstick));
            json.WriteString("light", comparison.Light is { } light ? Name(light) : null);
            json.WriteString("reason", comparison.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("verdict", task.Verdict.Code());
        json.WriteStartArray("doubts");
        foreach (var doubt in task.Doubts)
        {
            WriteDoubt(json, doubt);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteQuantities(Utf8JsonWriter json, string name, IReadOnlyList<StatedQuantity> quantities, bool isTarget)
    {
        json.WriteStartArray(name);
        foreach (var stated in quantities)
        {
            var quantity = stated.Quantity;
            json.WriteStartObject();
            json.WriteString("metric", quantity.Metric);
            json.WriteString("kind", Name(quantity.Kind));
            json.WriteString("comparator", Sign(quantity.Comparator));
            WriteNumber(json, "value", quantity.Value);
            WriteNumber(json, "upper", quantity.Upper);
            json.WriteString("unit", quantity.Unit);
            WriteNumber(json, "baseValue", quantity.BaseValue);
            json.WriteString("baseUnit", quantity.BaseUnit);
            if (quantity.Due is { } due)
            {
                json.WriteString("date", due.ToString());
            }

            if (isTarget)
            {
                json.WriteBoolean("stretch", quantity.Stretch);
            }
            else
            {
                json.WriteBoolean("estimated", quantity.Estimated);
                json.WriteString("from", quantity.From?.ToString());
                json.WriteString("to", quantity.To?.ToString());
                json.WriteString("role", Name(quantity.Role));
            }

            json.WriteString("scope", quantity.Scope);
            json.WriteString("stage", quantity.Stage);
            json.WritePropertyName("span");
            WriteEvidence(json, stated.Source);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteDoubt(Utf8JsonWriter json, Doubt doubt)
    {
        json.WriteStartObject();
        json.WriteString("code", doubt.Code.Code());
        json.WriteString("rule", doubt.Rule.Id());
        json.WriteString("strength", doubt.Strength.Code());
        json.WriteString("message", doubt.Message);
        json.WriteStartArray("evidence");
        foreach (var evidence in doubt.Evidence)
        {
            WriteEvidence(json, evidence);
        }

        json.WriteEndArray();
        json.WriteStartArray("related");
        foreach (var related in doubt.Related)
        {
            json.WriteStartObject();
            json.WriteString("leader", related.Leader);
            WriteNumber(json, "number", related.Number);
            json.WriteString("source", related.Source);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteEvidence(Utf8JsonWriter json, Evidence evidence)
    {
        json.WriteStartObject();
        json.WriteString("field", evidence.Field);
        json.WriteNumber("start", evidence.Span.Start);
        json.WriteNumber("length", evidence.Span.Length);
        json.WriteString("text", evidence.Text);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, decimal? value)
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

    private static string Name(QuantityKind kind) => kind switch
    {
        QuantityKind.Growth => "growth",
        QuantityKind.Level => "level",
        QuantityKind.Count => "count",
        QuantityKind.Amount => "amount",
        QuantityKind.Ratio => "ratio",
        QuantityKind.Ceiling => "ceiling",
        QuantityKind.Rank => "rank",
        QuantityKind.ShareOfPlan => "share-of-plan",
        QuantityKind.Deadline => "deadline",
    };

    private static string Name(QuantityRole role) => role switch
    {
        QuantityRole.Target => "target",
        QuantityRole.Result => "result",
        QuantityRole.Plan => "plan",
        QuantityRole.Baseline => "baseline",
        QuantityRole.Comparison => "comparison",
        QuantityRole.Restated => "restated",
    };

    private static string Name(Yardstick yardstick) => yardstick switch
    {
        Yardstick.None => "none",
        Yardstick.Plan => "plan",
        Yardstick.Time => "time",
        Yardstick.Flat => "flat",
        Yardstick.Date => "date",
    };

    private static string Name(Light light) => light switch
    {
        Light.Green => "green",
        Light.Yellow => "yellow",
        Light.Red => "red",
    };

    private static string Sign(Comparator comparator) => comparator switch
    {
        Comparator.AtLeast => ">=",
        Comparator.AtMost => "<=",
        Comparator.Equal => "=",
        Comparator.GreaterThan => ">",
        Comparator.LessThan => "<",
        Comparator.About => "~",
    };
}
