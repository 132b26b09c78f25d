using System.Xml.Linq;

namespace Luoshi.Documents.Writing;

/// <summary>
/// A document in the form of GB/T 9704-2012 beside the material: the same styles and page numbers, no cover. The same content gives the
/// same bytes.
/// </summary>
internal sealed class OfficialDocument
{
    private readonly WordMarkup _word;

    private OfficialDocument(WordMarkup word, PageGeometry page, TemplateStyles styles) => (_word, Page, Styles) = (word, page, styles);

    public PageGeometry Page { get; }

    public TemplateStyles Styles { get; }

    public WordMarkup Word => _word;

    public static byte[] Write(string title, MaterialLook look, Action<OfficialDocument> content)
    {
        using var styles = new MemoryStream();
        WordStyles.Write(styles, look, letters: true);
        using var zip = new DeterministicZip();
        WordPackage.WriteFrame(zip, title);
        using (var part = zip.Add("word/styles.xml"))
        {
            part.Write(styles.ToArray());
        }

        WordPackage.WriteFooters(zip);
        using (var word = new WordMarkup(zip.Add("word/document.xml"), "document"))
        {
            using var copy = new MemoryStream(styles.ToArray());
            var page = PageGeometry.Of(look);
            word.Open("body");
            content(new OfficialDocument(word, page, TemplateStyles.Of(XElement.Load(copy))));
            DefaultTemplate.Section(word, page, numbered: true);
            word.Close();
        }

        return zip.Finish();
    }

    /// <summary>One paragraph in a style of <see cref="WordStyles"/>.</summary>
    public void Line(string style, string text, bool newPage = false, bool withNext = false)
    {
        _word.Open("p").Open("pPr").Flag("pStyle", style);
        if (withNext)
        {
            _word.Flag("keepNext");
        }

        if (newPage)
        {
            _word.Flag("pageBreakBefore");
        }

        _word.Close().Run(text).Close();
    }

    public PlainTable Table(params int[] widths)
    {
        // What rounding left over goes to the widest column, where nobody sees it.
        var exact = widths.Select(width => Page.TextWidth * width / widths.Sum()).ToArray();
        exact[Array.IndexOf(exact, exact.Max())] += Page.TextWidth - exact.Sum();
        return new PlainTable(_word, exact, Styles);
    }
}
