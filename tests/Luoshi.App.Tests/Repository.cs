namespace Luoshi.App.Tests;

/// <summary>Where the tests find the repository's samples and the reference documents beside it.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string District => Path.Combine(Root, "samples", "qinglan");

    /// <summary>A real material; it may not be committed and is not everywhere.</summary>
    public static string Reference => Path.Combine(Root, "..", "shared", "samples", "2024-04-dinghai.txt");

    public static void SkipWithoutReference() => Assert.SkipUnless(File.Exists(Reference), "The reference document (../shared/samples) is not here.");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Luoshi.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Luoshi.slnx was not found above the tests.");
    }
}
