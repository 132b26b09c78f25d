namespace Luoshi.App.Safety;

/// <summary>Something that is not as it should be.</summary>
/// <param name="Code">Kebab-case, never changes.</param>
/// <param name="Place">Which row or file, as precisely as it can be said.</param>
/// <param name="Message">What is wrong and what to do, in the office's words.</param>
public sealed record Finding(string Code, string Place, string Message);

/// <summary>One thing that was looked at, and what was found: nothing when it is sound.</summary>
/// <param name="Name">What was looked at.</param>
/// <param name="Findings">At most <see cref="Most"/>: where there are more, the store is to be restored, not mended row by row.</param>
public sealed record Examined(string Name, IReadOnlyList<Finding> Findings)
{
    public const int Most = 50;
}
