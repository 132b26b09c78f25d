using System.Globalization;
using System.Runtime.Loader;

namespace Luoshi.Output;

/// <summary>Makes libraries speak Chinese too: help and wrong usage are read by clerks.</summary>
internal static class ChineseMessages
{
    private const string Folder = "zh-Hans";

    public static void Use()
    {
        // Without ICU the runtime spells the culture zh-HANS, and a file system that tells the cases apart has no such folder.
        AssemblyLoadContext.Default.Resolving += (context, assembly) =>
            string.Equals(assembly.CultureName, Folder, StringComparison.OrdinalIgnoreCase)
            && Path.Combine(AppContext.BaseDirectory, Folder, assembly.Name + ".dll") is var path
            && File.Exists(path)
                ? context.LoadFromAssemblyPath(path)
                : null;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Folder);
    }
}
