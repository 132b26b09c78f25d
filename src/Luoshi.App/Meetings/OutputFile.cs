using Luoshi.Core;

namespace Luoshi.App.Meetings;

/// <summary>Puts a finished file in its place. A reader finds the old file or the new one, never half of either.</summary>
internal static class OutputFile
{
    /// <returns>A refusal when the file is there and must not be replaced: asked first, before any work is done.</returns>
    public static Refusal? Exists(string path, bool overwrite) => !overwrite && File.Exists(path)
        ? new Refusal("output-exists", $"{path} 已经存在。确认要覆盖请加 --force，否则换一个文件名。")
        : null;

    /// <returns>Null when the file is in its place; otherwise why it is not, and then nothing was left behind.</returns>
    public static Refusal? Write(string path, byte[] content, bool overwrite)
    {
        // Beside the target: a rename is only atomic within one file system.
        var beside = path + ".writing";
        try
        {
            using (var file = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Remove(beside);
            return new Refusal("cannot-write", $"写不了 {path}：{Reason(exception)}");
        }
    }

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
