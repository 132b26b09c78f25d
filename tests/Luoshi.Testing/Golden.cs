using System.Runtime.CompilerServices;

namespace Luoshi.Testing;

/// <summary>Compares with a text beside the test. ACCEPT_GOLDEN=1 rewrites it; the difference is then read in the commit.</summary>
public static class Golden
{
    /// <summary>With <c>Golden/NAME.txt</c>.</summary>
    public static void Matches(string actual, string name, [CallerFilePath] string test = "") => MatchesFile(actual, Path.Combine("Golden", name + ".txt"), test);

    /// <summary>With a file named from the test's folder.</summary>
    public static void MatchesFile(string actual, string name, [CallerFilePath] string test = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(test)!, name);
        if (Environment.GetEnvironmentVariable("ACCEPT_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
        }

        Xunit.Assert.Equal(File.ReadAllText(file), actual);
    }
}
