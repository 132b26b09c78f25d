using Luoshi.Core;
using Luoshi.Core.Reading;
using Luoshi.Documents.Reading;

namespace Luoshi.App.Reading;

/// <summary>Reads files from disk as one set. Nothing is written.</summary>
public static class ReadDocuments
{
    /// <summary>
    /// The documents in the order given, or the first refusal with the file's name in its message. A set is read whole or not at all:
    /// what is half read would be taken for complete.
    /// </summary>
    public static async Task<Outcome<IReadOnlyList<TaskDocument>>> ExecuteAsync(IReadOnlyList<string> paths, ReadLimits limits, CancellationToken ct)
    {
        var documents = new List<TaskDocument>(paths.Count);
        foreach (var path in paths)
        {
            var outcome = await ReadOneAsync(path, limits, ct);
            if (outcome.Refusal is { } refusal)
            {
                return refusal with { Message = $"{Path.GetFileName(path)}：{refusal.Message}" };
            }

            documents.Add(outcome.Value);
        }

        return documents;
    }

    private static async Task<Outcome<TaskDocument>> ReadOneAsync(string path, ReadLimits limits, CancellationToken ct)
    {
        byte[] bytes;
        try
        {
            if (Directory.Exists(path))
            {
                return new Refusal("not-a-file", "这是文件夹。请写出其中的文件，例如：文件夹/*");
            }

            var file = new FileInfo(path);
            if (!file.Exists)
            {
                return new Refusal("file-not-found", "找不到这个文件，请检查路径和文件名。");
            }

            if (file.Length > limits.FileBytes)
            {
                return DocumentReader.TooLarge(limits);
            }

            bytes = await File.ReadAllBytesAsync(path, ct);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new Refusal("file-not-readable", "文件打不开，可能正被占用或没有权限。请关闭占用它的程序后再试。");
        }

        return DocumentReader.Read(bytes, Path.GetFileName(path), limits);
    }
}
