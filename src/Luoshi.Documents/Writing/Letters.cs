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
        var year = material.Period?.Year.ToString(CultureInfo.InvariantCulture) ?? "　　";
        Sign(document, material.Government, $"{year}年　　月　　日");
    }

    /// <summary>Who signs and the date, kept with the paragraph before.</summary>
    public static void Sign(OfficialDocument document, string? government, string date)
    {
        document.Line(WordStyles.LetterText, "", withNext: true);
        if (government is not null)
        {
            document.Line(WordStyles.LetterSignature, government.EndsWith("政府", StringComparison.Ordinal) ? government + "办公室" : government, withNext: true);
        }

        document.Line(WordStyles.LetterSignature, date);
    }
}
