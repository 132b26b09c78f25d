namespace Luoshi.Documents.Writing;

/// <summary>
/// The template that holds when an office brings none: GB/T 9704-2012, with the same placeholders and styles that a clerk may use in
/// another. An office that wants its own look starts from this file.
/// </summary>
public static class DefaultTemplate
{
    /// <summary>The template as a Word document.</summary>
    public static byte[] Write(MaterialLook look)
    {
        using var zip = new DeterministicZip();
        WordPackage.WriteFrame(zip, "办公会议材料模板");
        WordStyles.Write(zip.Add("word/styles.xml"), look);
        WordPackage.WriteFooters(zip);
        using (var word = new WordMarkup(zip.Add("word/document.xml"), "document"))
        {
            var page = PageGeometry.Of(look);
            word.Open("body");
            Line(word, WordStyles.CoverGovernment, "{{政府名称}}");
            Line(word, WordStyles.CoverTitle, "办公会议材料");
            Line(word, WordStyles.CoverDate, "{{会议日期}}");
            Line(word, WordStyles.ContentsTitle, "目　录");
            Line(word, WordStyles.ContentsEntry, "{{目录}}");
            word.Open("p").Open("pPr");
            Section(word, page, numbered: false);
            word.Close().Close();
            Line(word, WordStyles.TableText, "{{各领导表}}");
            Section(word, page, numbered: true);
            word.Close();
        }

        return zip.Finish();
    }

    private static void Line(WordMarkup word, string style, string text) => word.Open("p").Open("pPr").Flag("pStyle", style).Close().Run(text).Close();

    /// <summary>The properties of a section, with the page numbers where it is <paramref name="numbered"/>.</summary>
    internal static void Section(WordMarkup word, PageGeometry page, bool numbered)
    {
        word.Open("sectPr");
        if (numbered)
        {
            word.Open("footerReference").With("type", "default").RelationId(WordPackage.OddFooter).Close();
            word.Open("footerReference").With("type", "even").RelationId(WordPackage.EvenFooter).Close();
        }

        word.Open("pgSz").With("w", page.Width).With("h", page.Height);
        if (page.Width > page.Height)
        {
            word.With("orient", "landscape");
        }

        word.Close();
        word.Open("pgMar").With("top", page.Top).With("right", page.Right).With("bottom", page.Bottom).With("left", page.Left)
            .With("header", 851).With("footer", page.FooterFromEdge).With("gutter", 0).Close();
        if (numbered)
        {
            word.Open("pgNumType").With("start", 1).Close();
        }

        word.Close();
    }
}
