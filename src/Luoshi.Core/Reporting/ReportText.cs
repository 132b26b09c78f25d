namespace Luoshi.Core.Reporting;

/// <summary>What a unit writes in a return: the narrative, the claim on the monthly plan, and why not.</summary>
public sealed record ReportText(string? Progress, bool? PlanMet, string? Shortfall)
{
    /// <summary>Longest text of a field, in UTF-16 code units: ten times the longest of the reference material.</summary>
    public const int LongestField = 12_000;

    public static ReportText Empty { get; } = new(null, null, null);

    /// <summary>Blank fields are null, the ends trimmed, line ends <c>\n</c>.</summary>
    public static ReportText Of(string? progress, bool? planMet, string? shortfall) => new(Clean(progress), planMet, Clean(shortfall));

    /// <returns><c>text-too-long</c>, or null.</returns>
    public Refusal? TooLong() =>
        Progress?.Length > LongestField ? TooLong("完成情况", Progress.Length)
        : Shortfall?.Length > LongestField ? TooLong("未完成情况说明", Shortfall.Length)
        : null;

    private static Refusal TooLong(string field, int length) =>
        new("text-too-long", $"{field}有{length}字，最多{LongestField}字。请删减，或把附件另外上传。");

    private static string? Clean(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Trim();
}
