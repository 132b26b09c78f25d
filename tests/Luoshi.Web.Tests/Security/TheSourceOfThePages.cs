using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Luoshi.Web.Tests.Security;

/// <summary>What is easily forgotten where a page or an operation is written, found in the source itself.</summary>
public sealed partial class TheSourceOfThePages
{
    [Fact]
    public void Every_form_with_an_address_carries_its_token()
    {
        var bare = Directory.EnumerateFiles(Path.Combine(Source(), "Luoshi.Web", "Pages"), "*.cshtml", SearchOption.AllDirectories)
            .SelectMany(file => Forms().Matches(File.ReadAllText(file)).Select(form => $"{Path.GetFileName(file)}: {form.Value}"))
            .Where(form => form.Contains("method=\"post\"", StringComparison.Ordinal) && form.Contains(" action=", StringComparison.Ordinal) && !form.Contains("asp-antiforgery=\"true\"", StringComparison.Ordinal));

        Assert.Equal([], bare);
    }

    [Fact]
    public void Everything_that_is_recorded_has_a_word_for_the_auditor()
    {
        var recorded = Directory.EnumerateFiles(Path.Combine(Source(), "Luoshi.App"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Records().Matches(File.ReadAllText(file)))
            .SelectMany(record => Codes().Matches(record.Value).Select(code => code.Value.Trim('"')))
            .Distinct();

        Assert.Equal([], recorded.Except(AuditWords.Actions.Keys).Order());
    }

    private static string Source([CallerFilePath] string test = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(test)!, "..", "..", "..", "src"));

    [GeneratedRegex(@"<form\b[^>]*>")]
    private static partial Regex Forms();

    [GeneratedRegex(@"\.Record\([^;]*?nameof")]
    private static partial Regex Records();

    [GeneratedRegex("\"[a-z]+(-[a-z]+)+\"")]
    private static partial Regex Codes();
}
