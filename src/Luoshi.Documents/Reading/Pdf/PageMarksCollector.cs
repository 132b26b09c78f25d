using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Luoshi.Documents.Reading.Pdf;

/// <summary>
/// Runs a page's drawing operations and keeps letters and straight lines. Pictures, shadings and the colour machinery are passed over:
/// they say nothing a table needs, and their functions are where hostile files hide work.
/// </summary>
internal sealed class PageMarksCollector(
    int pageNumber,
    IResourceStore resources,
    IPdfTokenScanner scanner,
    IPageContentParser parser,
    ILookupFilterProvider filters,
    CropBox cropBox,
    UserSpaceUnit userSpaceUnit,
    PageRotationDegrees rotation,
    in TransformationMatrix initialMatrix,
    ParsingOptions options,
    ReadBudget budget)
    : BaseStreamProcessor<PageMarks>(pageNumber, resources, scanner, parser, filters, cropBox, userSpaceUnit, rotation, initialMatrix, options)
{
    private const int DeepestForm = 32;
    private const int DeepestState = 1_000;
    private const int MostForms = 20_000;
    private const int MostMarks = 200_000;

    /// <summary>A filled rectangle no thicker than this (in points) is a line; a thicker one is a shaded cell.</summary>
    private const double ThickestLine = 3;

    private static readonly HashSet<string> PassedOver = ["cs", "CS", "sc", "SC", "scn", "SCN", "sh", "ri", "BDC", "BMC", "EMC", "DP", "MP", "d0", "d1"];

    private readonly PdfRectangle _visible = cropBox.Bounds;
    private readonly List<Glyph> _glyphs = [];
    private readonly List<Ruling> _rulings = [];
    private readonly List<List<PdfPoint>> _path = [];
    private int _letters;
    private int _forms;
    private int _formDepth;

    public override PageMarks Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        ProcessOperations(operations);
        return new PageMarks(pageNumberCurrent, _visible.Width, _visible.Height, _glyphs, _rulings);
    }

    public override void RenderGlyph(
        IFont font,
        CurrentGraphicsState currentState,
        double fontSize,
        double pointSize,
        int code,
        string unicode,
        long currentOffset,
        in TransformationMatrix renderingMatrix,
        in TransformationMatrix textMatrix,
        in TransformationMatrix transformationMatrix,
        CharacterBoundingBox characterBoundingBox)
    {
        Count(++_letters);

        // A lambda cannot hold parameters passed by "in"; a local function with its own copies can.
        var (rendering, text, page) = (renderingMatrix, textMatrix, transformationMatrix);
        Point OnPage(double x, double y) => Place(page.Transform(text.Transform(rendering.Transform(new PdfPoint(x, y)))));

        var origin = OnPage(0, 0);
        var along = OnPage(1, 0);
        var up = OnPage(0, 1);
        var end = OnPage(characterBoundingBox.Width, 0);
        if (origin.X < -1 || origin.Y < -1 || origin.X > _visible.Width + 1 || origin.Y > _visible.Height + 1)
        {
            return;
        }

        // The library hands on the bare code where the font does not tell its meaning: only the font knows which it was.
        var meaning = font.TryGetUnicode(code, out var known) && known is not null ? Meant(unicode) : Glyph.WithoutMeaning;
        _glyphs.Add(new Glyph(
            meaning,
            origin,
            end,
            Math.Sqrt(Square(up.X - origin.X) + Square(up.Y - origin.Y)),
            HeadingOf(along.X - origin.X, along.Y - origin.Y),
            currentState.FontState.TextRenderingMode is TextRenderingMode.Neither or TextRenderingMode.NeitherClip,
            IsPale(currentState)));
    }

    public override void PushState()
    {
        if (StackSize >= DeepestState)
        {
            throw new RefusedDocumentException("nested-too-deep", $"PDF 第 {PageNumber} 页的图形嵌套超过 {DeepestState:N0} 层，没有读取。请重新导出 PDF 或提供 Word 文件。");
        }

        base.PushState();
    }

    public override void MoveTo(double x, double y) => _path.Add([CurrentTransformationMatrix.Transform(new PdfPoint(x, y))]);

    public override void LineTo(double x, double y)
    {
        if (_path.Count > 0)
        {
            _path[^1].Add(CurrentTransformationMatrix.Transform(new PdfPoint(x, y)));
        }
    }

    public override void Rectangle(double x, double y, double width, double height)
    {
        MoveTo(x, y);
        LineTo(x + width, y);
        LineTo(x + width, y + height);
        LineTo(x, y + height);
        LineTo(x, y);
    }

    public override PdfPoint? CloseSubpath()
    {
        if (_path.Count == 0)
        {
            return null;
        }

        _path[^1].Add(_path[^1][0]);
        return _path[^1][0];
    }

    // A curve ends the straight part: what follows starts where the curve does end.
    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3) => MoveTo(x3, y3);

    public override void BezierCurveTo(double x2, double y2, double x3, double y3) => MoveTo(x3, y3);

    public override void StrokePath(bool close) => Paint(close, stroke: true, fill: false);

    public override void FillPath(FillingRule fillingRule, bool close) => Paint(close, stroke: false, fill: true);

    public override void FillStrokePath(FillingRule fillingRule, bool close) => Paint(close, stroke: true, fill: true);

    public override void EndPath() => _path.Clear();

    public override void ClosePath() => CloseSubpath();

    public override void BeginSubpath()
    {
    }

    public override void ModifyClippingIntersect(FillingRule clippingRule)
    {
    }

    public override void BeginInlineImage()
    {
    }

    public override void SetInlineImageProperties(IReadOnlyDictionary<NameToken, IToken> properties)
    {
    }

    public override void EndInlineImage(Memory<byte> bytes)
    {
    }

    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties)
    {
    }

    public override void EndMarkedContent()
    {
    }

    public override void PaintShading(NameToken shading)
    {
    }

    protected override void ProcessOperations(IReadOnlyList<IGraphicsStateOperation> operations)
    {
        foreach (var operation in operations)
        {
            budget.CountElement(_formDepth);
            if (!PassedOver.Contains(operation.Operator))
            {
                operation.Run(this);
            }
        }
    }

    protected override void ProcessFormXObject(StreamToken formStream, NameToken xObjectName)
    {
        if (_formDepth >= DeepestForm || ++_forms > MostForms)
        {
            throw new RefusedDocumentException("nested-too-deep", $"PDF 第 {PageNumber} 页的图形嵌套或重复过多，没有读取。请重新导出 PDF 或提供 Word 文件。");
        }

        _formDepth++;
        base.ProcessFormXObject(formStream, xObjectName);
        _formDepth--;
    }

    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule)
    {
    }

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord)
    {
    }

    protected override void RenderInlineImage(InlineImage inlineImage)
    {
    }

    private static string Meant(string unicode)
    {
        var text = Radicals.Meant(unicode);
        return text.Any(c => c is >= '\uE000' and <= '\uF8FF' or '\uFFFD' || (char.IsControl(c) && c != '\t')) ? Glyph.WithoutMeaning : text;
    }

    private static double Square(double value) => value * value;

    private static Heading HeadingOf(double x, double y)
    {
        // Upright text of a crooked print is off by a fraction of a degree; 5 % is 3 degrees.
        const double crooked = 0.05;
        return Math.Abs(y) <= Math.Abs(x) * crooked ? (x >= 0 ? Heading.Right : Heading.Left)
            : Math.Abs(x) <= Math.Abs(y) * crooked ? (y >= 0 ? Heading.Down : Heading.Up)
            : Heading.Slanted;
    }

    private static bool IsPale(CurrentGraphicsState state)
    {
        const double faint = 0.6;
        if (state.AlphaConstantNonStroking < faint)
        {
            return true;
        }

        return state.CurrentNonStrokingColor is GrayColor or RGBColor or CMYKColor
            && state.CurrentNonStrokingColor.ToRGBValues() is var (r, g, b)
            && (0.3 * r) + (0.59 * g) + (0.11 * b) > faint;
    }

    private Point Place(PdfPoint point) => new(point.X - _visible.Left, _visible.Top - point.Y);

    private void Count(int marks)
    {
        budget.CountElement(_formDepth);
        if (marks >= MostMarks)
        {
            throw new RefusedDocumentException("too-many-elements", $"PDF 第 {PageNumber} 页的字或线超过 {MostMarks:N0} 个，没有读取。请拆成几个文件，或提供 Word 文件。");
        }
    }

    private void Paint(bool close, bool stroke, bool fill)
    {
        if (close)
        {
            CloseSubpath();
        }

        foreach (var subpath in _path)
        {
            if (fill)
            {
                AddFilled(subpath);
            }

            if (stroke)
            {
                for (var i = 1; i < subpath.Count; i++)
                {
                    AddLine(Place(subpath[i - 1]), Place(subpath[i]));
                }
            }
        }

        _path.Clear();
    }

    private void AddFilled(List<PdfPoint> subpath)
    {
        if (subpath.Count is < 2 or > 5)
        {
            return;
        }

        var points = subpath.ConvertAll(Place);
        var left = points.Min(p => p.X);
        var right = points.Max(p => p.X);
        var top = points.Min(p => p.Y);
        var bottom = points.Max(p => p.Y);
        if (bottom - top <= ThickestLine && right - left > bottom - top)
        {
            var y = (top + bottom) / 2;
            AddLine(new Point(left, y), new Point(right, y));
        }
        else if (right - left <= ThickestLine && bottom - top > right - left)
        {
            var x = (left + right) / 2;
            AddLine(new Point(x, top), new Point(x, bottom));
        }
    }

    private void AddLine(Point from, Point to)
    {
        const double straight = 0.5;
        var horizontal = Math.Abs(from.Y - to.Y) <= straight;
        if (!horizontal && Math.Abs(from.X - to.X) > straight)
        {
            return;
        }

        Count(_rulings.Count);
        _rulings.Add(horizontal
            ? new Ruling(true, (from.Y + to.Y) / 2, Math.Min(from.X, to.X), Math.Max(from.X, to.X))
            : new Ruling(false, (from.X + to.X) / 2, Math.Min(from.Y, to.Y), Math.Max(from.Y, to.Y)));
    }
}
