namespace Luoshi.Documents.Writing;

/// <summary>
/// Follows a table down its pages, so that the contents can name pages before any application has laid the document out. Line pitch and
/// column widths are fixed, hence so are the heights; an application that updates the fields has the last word.
/// </summary>
internal sealed class PageCounter(int textHeight, int pitch, int headerHeight)
{
    private int _left;

    /// <summary>Height of a row beyond its lines: the cells' upper and lower margin and a border.</summary>
    public const int RowFrame = 68;

    public int Pages { get; private set; }

    /// <summary>Begins a section on a new page with so much above its table.</summary>
    public void BeginSection(int heightAbove)
    {
        Pages++;
        _left = textHeight - heightAbove - headerHeight;
    }

    public void Row(int lines, bool mayBreak)
    {
        while (lines > 0)
        {
            var fitting = (_left - RowFrame) / pitch;
            if (fitting >= lines)
            {
                _left -= lines * pitch + RowFrame;
                return;
            }

            if (mayBreak && fitting > 0)
            {
                lines -= fitting;
            }

            var whole = textHeight - headerHeight;
            if (!mayBreak && _left == whole)
            {
                // Too tall for any page though it was to stay whole: the applications break it.
                mayBreak = true;
                continue;
            }

            Pages++;
            _left = whole;
        }
    }
}
