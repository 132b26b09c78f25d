using System.Text.Json;
using Luoshi.App.Checks;
using Luoshi.Core.Checks;

namespace Luoshi.App.Tests.Checks;

public sealed class TheBuiltInSettings
{
    [Fact]
    public void The_file_says_what_the_rules_have_as_defaults()
    {
        Assert.Equal(JsonSerializer.Serialize(new CheckSettings()), JsonSerializer.Serialize(CheckSettingsFile.BuiltIn));
    }

    [Fact]
    public void The_file_names_every_setting()
    {
        var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "src", "Luoshi.App", "Checks", "check-settings.json"))).RootElement;

        Assert.Equal(
            typeof(CheckSettings).GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).Order(),
            file.EnumerateObject().Select(property => property.Name).Order());
    }
}
