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

    public MaterialLook Look { get; init; } = new();

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
    /// or what <see cref="MaterialAssembly.Assemble"/> refuses. After a refusal nothing has been written.
    /// </returns>
    public static Outcome<CompiledMaterial> Execute(CompileRequest request)
    {
        if (!request.Overwrite && File.Exists(request.Output))
        {
            return new Refusal("output-exists", $"{request.Output} 已经存在。确认要覆盖请加 --force，否则换一个文件名。");
        }

        var documents = new List<TaskDocument>();
        var unreadable = new List<string>();
        foreach (var input in request.Inputs)
        {
            var document = Read(input);
            if (document.Refusal is { } refusal)
            {
                unreadable.Add($"{Path.GetFileName(input)}：{refusal.Message}");
            }
            else
            {
                documents.Add(document.Value);
            }
        }

        if (unreadable.Count > 0)
        {
            return new Refusal("unreadable-input", $"有 {unreadable.Count} 个文件读不出来，没有汇总：\n" + string.Join('\n', unreadable));
        }

        var material = MaterialAssembly.Assemble(documents, request.AsOf);
        if (material.Refusal is { } refused)
        {
            return refused;
        }

        var written = OutputFile.Write(request.Output, MeetingMaterialDocx.Write(material.Value, request.Look), request.Overwrite);
        return written is null ? new CompiledMaterial(material.Value, request.Output, documents) : written;
    }

    private static Outcome<TaskDocument> Read(string path)
    {
        try
        {
            return DocumentReader.Read(File.ReadAllBytes(path), Path.GetFileName(path), ReadLimits.Local);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Refusal("cannot-open", exception is FileNotFoundException or DirectoryNotFoundException
                ? "没有这个文件。"
                : "打不开，可能正被别的程序占用，或者没有权限。");
        }
    }
}
