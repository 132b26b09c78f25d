using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Luoshi.Core.Accounts;

namespace Luoshi.Web;

/// <summary>One step of the guide: a sentence with the words to press marked, and the picture beside it. <paramref name="Heading"/> where a new part begins.</summary>
public sealed record GuideStep(string? Heading, IReadOnlyList<(string Text, bool IsPressed)> Sentence, string Picture, string Seen);

/// <summary>使用指南 — the pages of <c>docs/guide</c>, built into the program: what a role does, step by step. The system says the same as the repository.</summary>
public static partial class UserGuide
{
    private static readonly FrozenDictionary<Role, IReadOnlyList<GuideStep>> s_steps =
        Enum.GetValues<Role>().ToFrozenDictionary(role => role, role => (IReadOnlyList<GuideStep>)[.. Read(PageOf(role))]);

    public static IReadOnlyList<GuideStep> Of(Role role) => s_steps[role];

    private static string PageOf(Role role) => role switch
    {
        Role.Clerk => "clerk",
        Role.Reviewer => "reviewer",
        Role.UnitReporter => "reporter",
        Role.UnitHead => "unit-head",
        Role.Leader => "leader",
        Role.DistrictHead => "district-head",
        Role.SystemAdministrator => "system-administrator",
        Role.SecurityAdministrator => "security-administrator",
        Role.AuditAdministrator => "audit-administrator",
    };

    private static IEnumerable<GuideStep> Read(string page)
    {
        using var text = new StreamReader(typeof(UserGuide).Assembly.GetManifestResourceStream($"guide/{page}.md")!);
        string? heading = null;
        while (text.ReadLine() is { } line)
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                heading = line[3..];
            }
            else if (Step().Match(line) is { Success: true } step)
            {
                // Between the stars stand the words of a button or an entry.
                var sentence = step.Groups["sentence"].Value.Split("**").Select((part, index) => (part, index % 2 == 1));
                yield return new GuideStep(heading, [.. sentence], $"guide/{step.Groups["picture"].Value}.webp", step.Groups["seen"].Value);
                heading = null;
            }
        }
    }

    [GeneratedRegex("""^\| \d+\. (?<sentence>.+?) \| <img src="images/(?<picture>[a-z-]+)\.webp" alt="(?<seen>[^"]+)" """)]
    private static partial Regex Step();
}
