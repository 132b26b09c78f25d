namespace Luoshi.Documents.Reading;

/// <summary>
/// What is left of the <see cref="ReadLimits"/> while one document is read. Readers report what they consume; the call that
/// passes a cap throws <see cref="RefusedDocumentException"/>. Not for several threads.
/// </summary>
internal sealed class ReadBudget(ReadLimits limits, long fileBytes, CancellationToken cancellation)
{
    private const int StepsBetweenClockLooks = 1024;

    private long _inflated;
    private long _elements;
    private long _cells;
    private int _steps;

    public ReadLimits Limits => limits;

    public void CountInflated(int bytes)
    {
        _inflated += bytes;
        if (_inflated > limits.InflatedBytes
            || (_inflated > limits.RatioFromBytes && _inflated > fileBytes * limits.InflationRatio))
        {
            throw new RefusedDocumentException("inflates-too-much", "文件解压后大得反常，疑似压缩炸弹，没有读取。请确认来源；正常文件请用 Word 或 WPS 另存一份再试。");
        }

        Step();
    }

    public void CountElement(int depth)
    {
        if (depth > limits.XmlDepth)
        {
            throw new RefusedDocumentException("nested-too-deep", $"文件内部嵌套超过 {limits.XmlDepth} 层，没有读取。请把内容复制到新文档后再试。");
        }

        if (++_elements > limits.XmlElements)
        {
            throw new RefusedDocumentException("too-many-elements", $"文件内容过于庞大（超过 {limits.XmlElements:N0} 个元素）。请拆成几个文件再试。");
        }

        Step();
    }

    public void CountCells(int cells)
    {
        _cells += cells;
        if (_cells > limits.Cells)
        {
            throw new RefusedDocumentException("too-many-cells", $"内容超过 {limits.Cells:N0} 个单元格或段落。请拆成几个文件再试。");
        }

        Step();
    }

    /// <summary>Asks that a text being gathered stays under the cap.</summary>
    public void CheckCellLength(int characters)
    {
        if (characters > limits.CellCharacters)
        {
            throw new RefusedDocumentException("cell-too-long", $"有一个单元格或段落超过 {limits.CellCharacters:N0} 字。请检查文件，拆分后再试。");
        }
    }

    /// <summary>One unit of work: looks at the time limit now and then.</summary>
    public void Step()
    {
        if (++_steps >= StepsBetweenClockLooks)
        {
            _steps = 0;
            cancellation.ThrowIfCancellationRequested();
        }
    }
}
