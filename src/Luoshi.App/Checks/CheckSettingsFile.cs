using System.Text.Json;
using Luoshi.Core.Checks;

namespace Luoshi.App.Checks;

/// <summary>The settings that stand in <c>check-settings.json</c>, built into the program. Each is explained on <see cref="CheckSettings"/>.</summary>
public static class CheckSettingsFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    /// <summary>Read once; the same for every check.</summary>
    public static CheckSettings BuiltIn { get; } = Read();

    private static CheckSettings Read()
    {
        using var file = typeof(CheckSettingsFile).Assembly.GetManifestResourceStream("check-settings.json")!;
        return JsonSerializer.Deserialize<CheckSettings>(file, Options)!;
    }
}
