using System.Globalization;
using Luoshi.Core.Meetings;

namespace Luoshi.Documents.Writing;

internal static class Letters
{
    /// <summary>
    /// The last words, who signs, and the date, whose day is left open: it is the day of signing, which no input knows. They stay on one
    /// page: GB/T 9704-2012 (7.3.5) has no page with nothing but a signature.
    /// </summary>
    public static void Close(OfficialDocument document, MeetingMaterial material, string lastWords)
    {
        document.Line(WordStyles.LetterText, lastWords, withNext: true);
        document.Line(WordStyles.LetterText, "", withNext: true);
        if (material.Government is { } government)
        {
            document.Line(WordStyles.LetterSignature, government.EndsWith("政府", StringComparison.Ordinal) ? government + "办公室" : government, withNext: true);
        }

        var year = material.Period?.Year.ToString(CultureInfo.InvariantCulture) ?? "　　";
        document.Line(WordStyles.LetterSignature, $"{year}年　　月　　日");
    }
}
