using Luoshi.Core.Meetings;
using Luoshi.Core.Reading;
using Luoshi.Documents.Writing;

namespace Luoshi.App.Meetings;

/// <summary>Documents written from the same data as a material, each where its path says; null for those that are not wanted.</summary>
public sealed record Siblings
{
    /// <summary>与上月材料相比. Needs an earlier material.</summary>
    public string? Difference { get; init; }

    /// <summary>分管领导一页纸.</summary>
    public string? LeaderPages { get; init; }

    /// <summary>催报单, a page for each unit that has not reported.</summary>
    public string? Reminders { get; init; }

    /// <summary>通报, as a draft.</summary>
    public string? Circular { get; init; }

    /// <summary>The day by which the reminders ask for the report; null leaves it open.</summary>
    public DateOnly? Due { get; init; }

    internal IReadOnlyList<string> Paths => [.. new[] { Difference, LeaderPages, Reminders, Circular }.OfType<string>()];

    internal bool NeedChecks => LeaderPages is not null || Circular is not null;

    /// <summary>The files that are to be written, and notes on those that are not.</summary>
    internal (IReadOnlyList<(string Path, byte[] Content)> Files, IReadOnlyList<AssemblyNote> Notes) Write(
        MeetingMaterial material, TaskDocument? previous, MaterialExamination? examined, MaterialLook look)
    {
        var files = new List<(string, byte[])>();
        var notes = new List<AssemblyNote>();
        if (Difference is not null && previous is not null)
        {
            files.Add((Difference, DifferenceDocx.Write(MaterialDifference.Between(previous, material), look)));
        }

        if (LeaderPages is not null && examined is not null)
        {
            files.Add((LeaderPages, LeaderPagesDocx.Write(examined, look.Fonts)));
        }

        if (Circular is not null && examined is not null)
        {
            files.Add((Circular, CircularDocx.Write(examined, look.Fonts)));
        }

        if (Reminders is not null)
        {
            var reminders = UnitReminder.Of(material);
            if (reminders.Count > 0)
            {
                files.Add((Reminders, RemindersDocx.Write(material, reminders, Due, look.Fonts)));
            }
            else
            {
                notes.Add(new AssemblyNote("nobody-to-remind", $"没有单位需要催报，没有写 {Reminders}。"));
            }
        }

        return (files, notes);
    }
}
