using Luoshi.App.Checks;
using Luoshi.App.Reading;
using Luoshi.Core;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;
using Luoshi.Documents.Reading;
using Luoshi.Documents.Writing;

namespace Luoshi.App.Meetings;

/// <summary>What to compile, from where, to where.</summary>
public sealed record CompileRequest
{
    /// <summary>Finished material, plan and unit returns, in any mixture.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>Its ending says what is written: .docx, .xlsx or .html.</summary>
    public required string Output { get; init; }

    /// <summary>The month to report on; null takes the newest month of the inputs.</summary>
    public ReportingPeriod? AsOf { get; init; }

    /// <summary>A plan that holds whatever other inputs say; null where the inputs agree.</summary>
    public string? Plan { get; init; }

    /// <summary>The day on the cover; null takes a finished material's own, else the month.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The government on the cover where no input names one.</summary>
    public string? Government { get; init; }

    /// <summary>Whether the internal sheet of doubts is appended.</summary>
    public bool WithDoubts { get; init; }

    /// <summary>Last month's material: the checks and <see cref="Siblings.Difference"/> compare with it.</summary>
    public string? Previous { get; init; }

    /// <summary>What else is written from the same data.</summary>
    public Siblings Siblings { get; init; } = new();

    /// <summary>How the default template looks.</summary>
    public MaterialLook Look { get; init; } = new();

    /// <summary>The office's own template; null for the default one.</summary>
    public string? Template { get; init; }

    /// <summary>Whether a file that is already there may be replaced.</summary>
    public bool Overwrite { get; init; }
}

/// <summary>A material that was written, and where; <paramref name="Siblings"/> are the files written beside it.</summary>
public sealed record CompiledMaterial(MeetingMaterial Material, string Output, IReadOnlyList<string> Siblings);

/// <summary>Reads documents, puts them together and writes the executive-meeting material with what goes with it: all of it or nothing.</summary>
public static class CompileMaterial
{
    /// <returns>
    /// The material, or a refusal: <c>output-exists</c>, <c>output-kind-unknown</c>, <c>template-not-readable</c>, <c>cannot-write</c>, or what <see cref="ReadDocuments"/>,
    /// <see cref="MaterialAssembly.Assemble"/>, <see cref="MaterialExamination.Examine"/> and <see cref="MaterialTemplate.Open"/> refuse. After a refusal nothing has been written.
    /// </returns>
    public static async Task<Outcome<CompiledMaterial>> ExecuteAsync(CompileRequest request, CancellationToken ct)
    {
        if (OutputFiles.Check([request.Output, .. request.Siblings.Paths], request.Overwrite) is { } exists)
        {
            return exists;
        }

        if (request.Siblings.Paths.FirstOrDefault(path => !Path.GetExtension(path).Equals(".docx", StringComparison.OrdinalIgnoreCase)) is { } other)
        {
            return new Refusal("output-kind-unknown", $"{other} 只能写成 Word 文档，文件名请以 .docx 结尾。");
        }

        if (FormatOf(request.Output) is not { } format)
        {
            return new Refusal("output-kind-unknown", $"不知道 {request.Output} 要写成什么格式。文件名请以 .docx、.xlsx 或 .html 结尾。");
        }

        var template = await OpenTemplateAsync(request, ct);
        if (template.Refusal is { } badTemplate)
        {
            return badTemplate;
        }

        var documents = await ReadDocuments.ExecuteAsync(request.Inputs, ReadLimits.Local, ct);
        if (documents.Refusal is { } unreadable)
        {
            return unreadable;
        }

        var plans = await ReadOneAsync(request.Plan, ct);
        if (plans.Refusal is { } unreadablePlan)
        {
            return unreadablePlan;
        }

        var previous = await ReadOneAsync(request.Previous, ct);
        if (previous.Refusal is { } unreadablePrevious)
        {
            return unreadablePrevious;
        }

        if (previous.Value.SingleOrDefault() is { } last && (last.Period is null || last.Tasks.Count == 0))
        {
            return last.Tasks.Count == 0
                ? new Refusal("previous-without-tasks", $"{last.Source}：没有认出一项重点工作，不能用来比较。请检查是否给错了文件。")
                : new Refusal("previous-without-period", $"{last.Source}：看不出是哪个月的材料，不能用来比较。请在标题或表头写明月份，例如“（3月）”。");
        }

        var assembled = MaterialAssembly.Assemble(documents.Value, request.AsOf, plans.Value.SingleOrDefault());
        if (assembled.Refusal is { } refusal)
        {
            return refusal;
        }

        var material = assembled.Value with
        {
            Government = assembled.Value.Government ?? request.Government,
            Date = request.Date ?? assembled.Value.Date,
        };
        var examined = request.WithDoubts || request.Siblings.NeedChecks
            ? MaterialExamination.Examine(material, previous.Value, CheckSettingsFile.BuiltIn)
            : null;
        if (examined?.Refusal is { } unexamined)
        {
            return unexamined;
        }

        var doubts = request.WithDoubts ? DoubtSheet.Of(examined!.Value) : null;
        var (siblings, notes) = request.Siblings.Write(material, previous.Value.SingleOrDefault(), examined?.Value, request.Look);
        material = material with { Notes = [.. material.Notes, .. notes] };
        var unwritten = OutputFiles.Write([(request.Output, format(material, template.Value, doubts)), .. siblings], request.Overwrite);
        return unwritten is null ? new CompiledMaterial(material, request.Output, [.. siblings.Select(sibling => sibling.Path)]) : unwritten;
    }

    private static Func<MeetingMaterial, MaterialTemplate, DoubtSheet?, byte[]>? FormatOf(string output) => Path.GetExtension(output).ToLowerInvariant() switch
    {
        ".docx" => MeetingMaterialDocx.Write,
        ".xlsx" => (material, _, doubts) => MeetingMaterialXlsx.Write(material, doubts),
        ".html" or ".htm" => (material, _, doubts) => MeetingMaterialHtml.Write(material, doubts),
        _ => null,
    };

    private static Task<Outcome<IReadOnlyList<TaskDocument>>> ReadOneAsync(string? path, CancellationToken ct) =>
        ReadDocuments.ExecuteAsync(path is null ? [] : [path], ReadLimits.Local, ct);

    private static async Task<Outcome<MaterialTemplate>> OpenTemplateAsync(CompileRequest request, CancellationToken ct)
    {
        if (request.Template is null)
        {
            return MaterialTemplate.Open(DefaultTemplate.Write(request.Look), ReadLimits.Local);
        }

        try
        {
            return MaterialTemplate.Open(await File.ReadAllBytesAsync(request.Template, ct), ReadLimits.Local);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Refusal("template-not-readable", $"模板 {request.Template} 打不开，请检查路径和文件名，并关闭占用它的程序。");
        }
    }
}
