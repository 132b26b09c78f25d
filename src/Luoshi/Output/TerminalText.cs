using System.Text.RegularExpressions;

namespace Luoshi.Output;

/// <summary>Chinese text for a terminal, which breaks lines at spaces and nowhere else that it is told of.</summary>
internal static partial class TerminalText
{
    /// <summary>The text on one line, without the spaces beside Chinese (增长 5.1%): one of them would push the whole rest of a sentence down.</summary>
    public static string Unbroken(string? text) => SpaceBesideChinese().Replace((text ?? "").Replace('\n', ' '), "");

    [GeneratedRegex(@"(?<=\P{IsBasicLatin}) +| +(?=\P{IsBasicLatin})", RegexOptions.CultureInvariant)]
    private static partial Regex SpaceBesideChinese();
}
