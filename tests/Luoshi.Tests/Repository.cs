namespace Luoshi.Tests;

/// <summary>Where the tests find the repository's own files.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

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
