namespace Luoshi.Documents.Writing;

/// <summary>The styles of the material by id, and the part that defines them. What a clerk wants otherwise is changed there, in Word or WPS.</summary>
internal static class WordStyles
{
    public const string CoverGovernment = "CoverGovernment";
    public const string CoverTitle = "CoverTitle";
    public const string CoverDate = "CoverDate";
    public const string ContentsTitle = "ContentsTitle";
    public const string ContentsEntry = "TOC2";
    public const string Heading = "Heading1";
    public const string Leader = "Heading2";
    public const string Table = "MaterialTable";
    public const string TableHeader = "TableHeader";
    public const string TableText = "TableText";
    public const string TableCentered = "TableCentered";
    public const string Label = "Label";
    public const string PageNumber = "Footer";
    public const string LetterText = "LetterText";
    public const string LetterAddressee = "LetterAddressee";
    public const string LetterHeading = "LetterHeading";
    public const string LetterSignature = "LetterSignature";
    public const string PageHeading = "PageHeading";

    /// <summary>What a line in <see cref="PageHeading"/> takes down the page, spacing included.</summary>
    public const int PageHeadingHeight = PageHeadingBefore + PageHeadingPitch + PageHeadingAfter;

    private const int PageHeadingBefore = 80;
    private const int PageHeadingPitch = 320;
    private const int PageHeadingAfter = 40;

    // 三号 with the line pitch that lets 22 lines fill the page: 29 pt would give 21 (226.2 mm are one line too much for 225).
    private const int BodyPitch = 579;

    /// <summary>The styles of a material; those of <paramref name="letters"/> as well where the document is one.</summary>
    public static void Write(Stream part, MaterialLook look, bool letters = false)
    {
        var fonts = look.Fonts;
        var page = PageGeometry.Of(look);
        var (halfPoints, pitch) = PageGeometry.TableText(look.Paper);
        using var word = new WordMarkup(part, "styles");
        Defaults(word, fonts);
        Paragraph(word, "Normal", "Normal", null, 32, fonts.Body, isDefault: true, format: w => Pitched(w));
        Paragraph(word, CoverGovernment, "封面机关", "Normal", 52, fonts.Title, format: w => Centered(w, before: page.TextHeight / 6, line: 800));
        Paragraph(word, CoverTitle, "封面标题", "Normal", 84, fonts.Title, format: w => Centered(w, before: page.TextHeight / 14, line: 1200));
        Paragraph(word, CoverDate, "封面日期", "Normal", 36, fonts.Kai, format: w => Centered(w, before: page.TextHeight / 5, line: 640));
        Paragraph(word, ContentsTitle, "目录标题", "Normal", 44, fonts.Title, pageBreak: true, format: w => Centered(w, before: 0, line: 700, after: 280));
        Paragraph(word, ContentsEntry, "toc 2", "Normal", 32, fonts.Body, format: w => w
            .Open("tabs").Open("tab").With("val", "right").With("leader", "middleDot").With("pos", page.TextWidth).Close().Close()
            .Open("spacing").With("line", BodyPitch).With("lineRule", "exact").Close());
        Paragraph(word, Heading, "heading 1", "Normal", 44, fonts.Title, keep: true, outline: 0, format: w => Centered(w, before: 0, line: 640, after: 60));
        Paragraph(word, Leader, "heading 2", "Normal", 32, fonts.Kai, keep: true, outline: 1, format: w => Centered(w, before: 0, line: 520, after: 100));
        Paragraph(word, TableText, "表格正文", "Normal", halfPoints, fonts.Body, loose: true, format: w => w
            .Open("spacing").With("line", pitch).With("lineRule", "exact").Close().Flag("jc", "both"));
        Paragraph(word, TableCentered, "表格居中", TableText, halfPoints, fonts.Body, loose: true, format: w => w.Flag("jc", "center"));
        Paragraph(word, TableHeader, "表头", TableText, halfPoints, fonts.Heading, keep: true, format: w => w.Flag("jc", "center"));
        Paragraph(word, PageNumber, "footer", "Normal", 28, fonts.Song, format: w => w.Open("spacing").With("line", 280).With("lineRule", "exact").Close());
        if (letters)
        {
            Letters(word, fonts, halfPoints);
        }

        word.Open("style").With("type", "character").With("customStyle", 1).With("styleId", Label)
            .Flag("name", "段首标签").Flag("qFormat").Open("rPr");
        Fonts(word, fonts.Heading);
        word.Close().Close();
        TableStyle(word);
    }

    // GB/T 9704-2012, 7.3: text and headings two characters in, the addressee at the edge, the date four characters from the right.
    private static void Letters(WordMarkup word, FontSet fonts, int tableHalfPoints)
    {
        Paragraph(word, LetterText, "公文正文", "Normal", 32, fonts.Body, format: w => Pitched(w).Open("ind").With("firstLineChars", 200).With("firstLine", 640).Close().Flag("jc", "both"));
        Paragraph(word, LetterAddressee, "主送机关", "Normal", 32, fonts.Body, format: w => Pitched(w));
        Paragraph(word, LetterHeading, "一级标题", "Normal", 32, fonts.Heading, keep: true, format: w => Pitched(w).Open("ind").With("firstLineChars", 200).With("firstLine", 640).Close());
        Paragraph(word, LetterSignature, "署名日期", "Normal", 32, fonts.Body, format: w => Pitched(w).Open("ind").With("rightChars", 400).With("right", 1280).Close().Flag("jc", "right"));
        Paragraph(word, PageHeading, "单页小标题", "Normal", tableHalfPoints, fonts.Heading, keep: true, format: w => w
            .Open("spacing").With("before", PageHeadingBefore).With("after", PageHeadingAfter).With("line", PageHeadingPitch).With("lineRule", "exact").Close());
    }

    private static WordMarkup Pitched(WordMarkup word) => word.Open("spacing").With("line", BodyPitch).With("lineRule", "exact").Close();

    private static void Defaults(WordMarkup word, FontSet fonts)
    {
        word.Open("docDefaults").Open("rPrDefault").Open("rPr");
        Fonts(word, fonts.Body);
        word.Flag("sz", 32).Flag("szCs", 32);
        word.Open("lang").With("val", "en-US").With("eastAsia", "zh-CN").Close();
        word.Close().Close().Open("pPrDefault").Close().Close();
    }

    private static void Fonts(WordMarkup word, string eastAsia) => word
        .Open("rFonts").With("ascii", FontSet.Latin).With("eastAsia", eastAsia).With("hAnsi", FontSet.Latin).With("cs", FontSet.Latin).Close();

    private static void Centered(WordMarkup word, int before, int line, int after = 0) => word
        .Open("spacing").With("before", before).With("after", after).With("line", line).With("lineRule", "exact").Close()
        .Flag("jc", "center");

    private static void Paragraph(
        WordMarkup word,
        string id,
        string name,
        string? basedOn,
        int halfPoints,
        string font,
        Action<WordMarkup> format,
        bool isDefault = false,
        bool keep = false,
        bool pageBreak = false,
        bool loose = false,
        int? outline = null)
    {
        word.Open("style").With("type", "paragraph");
        if (isDefault)
        {
            word.With("default", 1);
        }

        // Word knows its own styles by their English names and shows them in the user's language.
        if (!char.IsAscii(name[0]))
        {
            word.With("customStyle", 1);
        }

        word.With("styleId", id).Flag("name", name);
        if (basedOn is not null)
        {
            word.Flag("basedOn", basedOn);
        }

        word.Flag("qFormat").Open("pPr");
        if (keep)
        {
            word.Flag("keepNext");
        }

        if (pageBreak)
        {
            word.Flag("pageBreakBefore");
        }

        if (loose)
        {
            // A long cell fills the page to its last line instead of leaving a hole for the sake of widows.
            word.Flag("widowControl", 0);
        }

        format(word);
        if (outline is { } level)
        {
            word.Flag("outlineLvl", level);
        }

        word.Close().Open("rPr");
        Fonts(word, font);
        word.Flag("sz", halfPoints).Flag("szCs", halfPoints).Close().Close();
    }

    private static void TableStyle(WordMarkup word)
    {
        word.Open("style").With("type", "table").With("customStyle", 1).With("styleId", Table).Flag("name", "材料表格").Flag("qFormat").Open("tblPr");
        word.Open("tblBorders");
        foreach (var side in (ReadOnlySpan<string>)["top", "left", "bottom", "right", "insideH", "insideV"])
        {
            word.Open(side).With("val", "single").With("sz", 4).With("space", 0).With("color", "000000").Close();
        }

        word.Close().Open("tblCellMar");
        foreach (var (side, width) in (ReadOnlySpan<(string, int)>)[("top", 30), ("left", PageGeometry.CellMargin), ("bottom", 30), ("right", PageGeometry.CellMargin)])
        {
            word.Open(side).With("w", width).With("type", "dxa").Close();
        }

        word.Close().Close().Close();
    }
}
