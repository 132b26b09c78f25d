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

    public required string Output { get; init; }

    /// <summary>The month to report on; null takes the newest month of the inputs.</summary>
    public ReportingPeriod? AsOf { get; init; }

    /// <summary>A plan that holds whatever other inputs say; null where the inputs agree.</summary>
    public string? Plan { get; init; }

    /// <summary>The day on the cover; null takes a finished material's own, else the month.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>How the default template looks.</summary>
    public MaterialLook Look { get; init; } = new();

    /// <summary>The office's own template; null for the default one.</summary>
    public string? Template { get; init; }

    /// <summary>Whether a file that is already there may be replaced.</summary>
    public bool Overwrite { get; init; }
}

/// <summary>A material that was written, and where.</summary>
public sealed record CompiledMaterial(MeetingMaterial Material, string Output, IReadOnlyList<TaskDocument> Documents);

/// <summary>Reads documents, puts them together and writes the executive-meeting material: all of it or nothing.</summary>
public static class CompileMaterial
{
    /// <returns>
    /// The material, or a refusal: <c>unreadable-input</c> with every file that could not be read, <c>output-exists</c>, <c>cannot-write</c>,
    /// or what <see cref="MaterialAssembly.Assemble"/> and <see cref="MaterialTemplate.Open"/> refuse. After a refusal nothing has been written.
    /// </returns>
    public static Outcome<CompiledMaterial> Execute(CompileRequest request)
    {
        if (!request.Overwrite && File.Exists(request.Output))
        {
            return new Refusal("output-exists", $"{request.Output} 已经存在。确认要覆盖请加 --force，否则换一个文件名。");
        }

        var template = OpenTemplate(request);
        if (template.Refusal is { } badTemplate)
        {
            return badTemplate;
        }

        var unreadable = new List<string>();
        var documents = request.Inputs.Select(input => Read(input, unreadable)).OfType<TaskDocument>().ToList();
        var plan = request.Plan is null ? null : Read(request.Plan, unreadable);
        if (unreadable.Count > 0)
        {
            return new Refusal("unreadable-input", $"有 {unreadable.Count} 个文件读不出来，没有汇总：\n" + string.Join('\n', unreadable));
        }

        var assembled = MaterialAssembly.Assemble(documents, request.AsOf, plan);
        if (assembled.Refusal is { } refusal)
        {
            return refusal;
        }

        var material = assembled.Value with { Date = request.Date ?? assembled.Value.Date };
        var unwritten = OutputFile.Write(request.Output, MeetingMaterialDocx.Write(material, template.Value), request.Overwrite);
        return unwritten is null ? new CompiledMaterial(material, request.Output, documents) : unwritten;
    }

    private static Outcome<MaterialTemplate> OpenTemplate(CompileRequest request)
    {
        if (request.Template is null)
        {
            return MaterialTemplate.Open(DefaultTemplate.Write(request.Look), ReadLimits.Local);
        }

        var file = Bytes(request.Template);
        return file.Refusal is { } refusal
            ? new Refusal(refusal.Code, $"模板 {request.Template}：{refusal.Message}")
            : MaterialTemplate.Open(file.Value, ReadLimits.Local);
    }

    /// <summary>The document, or null and why not.</summary>
    private static TaskDocument? Read(string path, List<string> unreadable)
    {
        var file = Bytes(path);
        var document = file.Refusal is { } refusal ? refusal : DocumentReader.Read(file.Value, Path.GetFileName(path), ReadLimits.Local);
        if (document.Refusal is { } refused)
        {
            unreadable.Add($"{Path.GetFileName(path)}：{refused.Message}");
            return null;
        }

        return document.Value;
    }

    private static Outcome<byte[]> Bytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Refusal("cannot-open", exception is FileNotFoundException or DirectoryNotFoundException
                ? "没有这个文件。"
                : "打不开，可能正被别的程序占用，或者那是文件夹，或者没有权限。");
        }
    }
}
