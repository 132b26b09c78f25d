using System.Text.RegularExpressions;
using Luoshi.App.Demo;
using static Microsoft.Playwright.Assertions;

namespace Luoshi.Web.Tests.Guide;

/// <summary>The month of the fictional district from the first word to the issued material, as every role, in a real browser: the user guide tells the same.</summary>
public sealed partial class TheWholeMonth
{
    private readonly Browser _browser;

    public TheWholeMonth(Browser browser)
    {
        _browser = browser;
        SetDefaultExpectTimeout(60_000);
    }

    [Fact]
    public async Task Is_done_in_the_browser_by_everybody_and_told_in_the_guide()
    {
        await using var district = await Qinglan.CreateAsync();
        var walk = new Walk(district, _browser, new Camera());

        await UnitSteps.FillAsync(walk);
        await UnitSteps.SignAsync(walk);
        await OfficeSteps.CollectAsync(walk);
        await OfficeSteps.ReviewAsync(walk);
        await LeaderSteps.InstructAsync(walk);
        await LeaderSteps.AskAsync(walk);
        await UnitSteps.AnswerAsync(walk);
        await OfficeSteps.CompileAsync(walk);
        await LeaderSteps.ReadMaterialAsync(walk);
        await AdministratorSteps.ManageAsync(walk);
        district.Store.Clock.SetUtcNow(SeedDistrict.Day.AddDays(10));
        await OfficeSteps.OpenTheNextMonthAsync(walk);

        Assert.Empty(walk.Errors);
        Assert.Equal(walk.Camera.Taken.Order(StringComparer.Ordinal), PicturesOfTheGuide());
        Assert.Equal(walk.Camera.Taken.Order(StringComparer.Ordinal), Directory.GetFiles(Camera.Folder).Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> PicturesOfTheGuide() => Directory.GetFiles(Repository.File("docs", "guide"), "*.md")
        .SelectMany(file => Picture().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value))
        .Order(StringComparer.Ordinal);

    [GeneratedRegex("""src="images/(?<name>[a-z0-9-]+)\.webp" """)]
    private static partial Regex Picture();
}
