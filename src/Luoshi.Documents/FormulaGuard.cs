namespace Luoshi.Documents;

/// <summary>
/// The apostrophe before a text of a CSV file that a spreadsheet would calculate: it begins with = + - @, their full-width forms or a control
/// character, white space and apostrophes aside. What <see cref="Add"/> puts there, <see cref="Remove"/> takes away, and nothing else.
/// </summary>
internal static class FormulaGuard
{
    private const char Guard = '\'';
    private const string Starts = "=+-@＝＋－＠";

    public static string Add(string text) => IsDangerous(text) ? Guard + text : text;

    public static string Remove(string text) => text.StartsWith(Guard) && IsDangerous(text) ? text[1..] : text;

    // Apostrophes that were there are counted in, or a text that begins with '= could not be told from a guarded =.
    private static bool IsDangerous(string text)
    {
        var bare = text.AsSpan().TrimStart(Guard);
        var start = bare.TrimStart();
        return (start.Length > 0 && Starts.Contains(start[0], StringComparison.Ordinal)) || (bare.Length > 0 && bare[0] is '\t' or '\r' or '\n');
    }
}
