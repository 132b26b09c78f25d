using Luoshi.Core;

namespace Luoshi.Documents.Reading;

/// <summary>Runs one reading under its limits: the place where what a reader throws for its caller's sake becomes an outcome.</summary>
internal static class CappedReading
{
    public static Outcome<T> Run<T>(ReadOnlyMemory<byte> file, ReadLimits limits, Func<ReadBudget, Outcome<T>> read)
        where T : notnull
    {
        if (file.Length > limits.FileBytes)
        {
            return DocumentReader.TooLarge(limits);
        }

        using var clock = new CancellationTokenSource(limits.Time);
        try
        {
            return read(new ReadBudget(limits, file.Length, clock.Token));
        }
        catch (RefusedDocumentException refused)
        {
            return refused.Refusal;
        }
        catch (OperationCanceledException)
        {
            return new Refusal("took-too-long", $"读了 {limits.Time.TotalSeconds:N0} 秒还没有读完，已停止。请拆成几个文件再试。");
        }
    }
}
