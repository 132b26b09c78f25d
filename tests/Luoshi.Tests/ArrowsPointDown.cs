using System.Reflection;

namespace Luoshi.Tests;

/// <summary>Luoshi → Web → App → Documents → Core.</summary>
public sealed class ArrowsPointDown
{
    [Fact]
    public void Core_depends_on_the_base_library_only()
    {
        Assert.All(References("Luoshi.Core"), name => Assert.StartsWith("System.", name, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Luoshi.Documents", "Luoshi.Core")]
    [InlineData("Luoshi.App", "Luoshi.Core|Luoshi.Documents")]
    [InlineData("Luoshi.Web", "Luoshi.Core|Luoshi.Documents|Luoshi.App")]
    [InlineData("luoshi", "Luoshi.Core|Luoshi.Documents|Luoshi.App|Luoshi.Web")]
    public void A_project_knows_only_those_below_it(string project, string below)
    {
        var ours = References(project).Where(name => name.StartsWith("Luoshi", StringComparison.OrdinalIgnoreCase));

        Assert.Subset(below.Split('|').ToHashSet(), ours.ToHashSet());
    }

    [Fact]
    public void Every_project_has_a_place_in_the_order()
    {
        var projects = Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(Path.GetFileName).Order();

        Assert.Equal(["Luoshi", "Luoshi.App", "Luoshi.Core", "Luoshi.Documents", "Luoshi.Web"], projects);
    }

    [Fact]
    public void Core_cannot_see_a_clock_or_a_file()
    {
        var banned = File.ReadAllText(Path.Combine(Repository.Root, "src", "Luoshi.Core", "BannedSymbols.txt"));

        Assert.All(
            ["P:System.DateTime.Now", "P:System.DateTime.UtcNow", "T:System.TimeProvider", "T:System.IO.File", "T:System.Random"],
            symbol => Assert.Contains(symbol + ";", banned, StringComparison.Ordinal));
        Assert.Contains("Microsoft.CodeAnalysis.BannedApiAnalyzers", File.ReadAllText(Path.Combine(Repository.Root, "src", "Luoshi.Core", "Luoshi.Core.csproj")), StringComparison.Ordinal);
    }

    private static IEnumerable<string> References(string assembly) =>
        Assembly.Load(assembly).GetReferencedAssemblies().Select(reference => reference.Name!);
}
