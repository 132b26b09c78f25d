using Luoshi.Core;

namespace Luoshi.App.Meetings;

/// <summary>Puts finished files in their places. A reader finds the old file or the new one, never half of either.</summary>
internal static class OutputFiles
{
    /// <returns>A refusal when a file is there and must not be replaced, or two are to stand in one place: asked first, before any work is done.</returns>
    public static Refusal? Check(IReadOnlyList<string> paths, bool overwrite)
    {
        if (paths.GroupBy(Path.GetFullPath).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            return new Refusal("output-twice", $"{twice.First()} 写了两次。每份文件请用不同的文件名。");
        }

        return !overwrite && paths.FirstOrDefault(File.Exists) is { } existing
            ? new Refusal("output-exists", $"{existing} 已经存在。确认要覆盖请加 --force，否则换一个文件名。")
            : null;
    }

    /// <summary>All are written beside their places before the first is moved into its own, so that a full disk leaves everything as it was.</summary>
    /// <returns>Null when every file is in its place; otherwise why not.</returns>
    public static Refusal? Write(IReadOnlyList<(string Path, byte[] Content)> files, bool overwrite)
    {
        var path = "";
        try
        {
            foreach (var file in files)
            {
                path = file.Path;
                using var beside = new FileStream(Beside(path), FileMode.Create, FileAccess.Write, FileShare.None);
                beside.Write(file.Content);
                beside.Flush(flushToDisk: true);
            }

            foreach (var file in files)
            {
                path = file.Path;
                File.Move(Beside(path), path, overwrite);
            }

            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            foreach (var file in files)
            {
                Remove(Beside(file.Path));
            }

            return new Refusal("cannot-write", $"写不了 {path}：{Reason(exception)}");
        }
    }

    // In the same folder: a rename is only atomic within one file system.
    private static string Beside(string path) => path + ".writing";

    private static string Reason(Exception exception) => exception switch
    {
        DirectoryNotFoundException => "没有这个文件夹，请先建好。",
        UnauthorizedAccessException => "没有写入权限，或者那是一个文件夹。",
        _ => "磁盘可能已满，或者文件正被别的程序打开。请腾出空间、关闭文件后再试。",
    };

    private static void Remove(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It could not be made either; the refusal on its way says why.
        }
    }
}
