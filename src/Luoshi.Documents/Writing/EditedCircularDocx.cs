using Luoshi.Core.Meetings;

namespace Luoshi.Documents.Writing;

/// <summary>通报 as somebody has finished it: the text of <see cref="CircularWording.Draft"/> with whatever was changed in it.</summary>
public static class EditedCircularDocx
{
    private const string Ordinals = "一二三四五六七八九十";

    /// <param name="title">The title.</param>
    /// <param name="body">One paragraph a line.</param>
    /// <param name="government">Who signs.</param>
    /// <param name="issued">The day of issue; null prints 送审稿 and leaves the date open.</param>
    /// <param name="fonts">What it is printed in.</param>
    public static byte[] Write(string title, string body, string government, DateOnly? issued, FontSet fonts) =>
        OfficialDocument.Write(title, new MaterialLook { Orientation = PaperOrientation.Portrait, Fonts = fonts }, document =>
        {
            document.Line(WordStyles.Heading, title);
            if (issued is null)
            {
                document.Line(WordStyles.Leader, "（送审稿）");
            }

            var lines = body.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            for (var i = 0; i < lines.Length; i++)
            {
                var style = lines[i].EndsWith('：') && i == 0 ? WordStyles.LetterAddressee : IsHeading(lines[i]) ? WordStyles.LetterHeading : WordStyles.LetterText;
                document.Line(style, lines[i], withNext: i == lines.Length - 1);
            }

            Letters.Sign(document, government, issued?.InWords() ?? "　　　　年　　月　　日");
        });

    private static bool IsHeading(string line) => line.Length is > 2 and < 40 && Ordinals.Contains(line[0], StringComparison.Ordinal) && line.IndexOf('、', StringComparison.Ordinal) is 1 or 2;
}
