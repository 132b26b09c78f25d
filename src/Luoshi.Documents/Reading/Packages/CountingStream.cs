namespace Luoshi.Documents.Reading.Packages;

/// <summary>
/// Counts what a zip entry really inflates to, against the budget of the whole document. XML readers hold a whole tag in memory,
/// so the bytes of one node are counted too.
/// </summary>
internal sealed class CountingStream(Stream inner, ReadBudget budget) : Stream
{
    private const int MaximumNodeBytes = 4_000_000;

    private int _nodeBytes;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Says that the bytes read from here on belong to another XML node.</summary>
    public void StartNode() => _nodeBytes = 0;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        budget.CountInflated(read);
        _nodeBytes += read;
        if (_nodeBytes > MaximumNodeBytes)
        {
            throw new RefusedDocumentException("inflates-too-much", "文件内部有一处大得反常，疑似压缩炸弹，没有读取。请确认来源；正常文件请用 Word 或 WPS 另存一份再试。");
        }

        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
