using System.Globalization;
using Luoshi.Core.Meetings;

namespace Luoshi.Documents.Writing;

internal static class Letters
{
    /// <summary>Who signs, and the date, whose day is left open: it is the day of signing, which no input knows.</summary>
    public static void Sign(OfficialDocument document, MeetingMaterial material)
    {
        document.Line(WordStyles.LetterText, "");
        if (material.Government is { } government)
        {
            document.Line(WordStyles.LetterSignature, government.EndsWith("政府", StringComparison.Ordinal) ? government + "办公室" : government);
        }

        var year = material.Period?.Year.ToString(CultureInfo.InvariantCulture) ?? "　　";
        document.Line(WordStyles.LetterSignature, $"{year}年　　月　　日");
    }
}
