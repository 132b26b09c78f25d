using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Meetings;

/// <summary>What a document is to the material.</summary>
internal enum InputRole
{
    /// <summary>任务分解 — the ledger's tasks; it reports nothing.</summary>
    Plan,

    /// <summary>An earlier month's material: the ledger's order, and nothing of what it reports.</summary>
    EarlierMaterial,

    /// <summary>A material of the month itself, finished or half finished.</summary>
    Material,

    /// <summary>报送 — one unit's return.</summary>
    Return,
}

/// <summary>A document with its role and who speaks in it: the unit that sent a return, else the file.</summary>
internal sealed record MaterialInput(TaskDocument Document, InputRole Role, string Reporter)
{
    public bool BringsOrder => Role is not InputRole.Return;

    public bool BringsReports => Role is InputRole.Material or InputRole.Return;

    /// <summary>
    /// Tells the roles apart by what stands in the rows, never by file names: a unit is named in all rows of its own return, and
    /// nobody is in a whole district's plan.
    /// </summary>
    public static List<MaterialInput> Of(IReadOnlyList<TaskDocument> documents, ReportingPeriod? target)
    {
        var known = documents.SelectMany(document => document.Tasks).SelectMany(task => task.UnitNames()).ToHashSet();
        return [.. documents.Select(document => Of(document, target, known))];
    }

    private static MaterialInput Of(TaskDocument document, ReportingPeriod? target, HashSet<string> known)
    {
        var shared = UnitsInEveryRow(document);
        var role = shared.Count > 0 ? InputRole.Return
            : !document.Tasks.Any(IsReportedOn) ? InputRole.Plan
            : document.Period < target ? InputRole.EarlierMaterial
            : InputRole.Material;
        return new MaterialInput(document, role, role == InputRole.Return ? Sender(document, shared, known) : Stem(document.Source));
    }

    /// <summary>Whether somebody said something on the task. A material's own 未报送 says that nobody did.</summary>
    public static bool IsReportedOn(ReportedTask task) =>
        (task.Progress is { } progress && MaterialWording.ReturnOf(progress) == ReturnState.Received) || task.PlanMet is not null || task.Shortfall is not null;

    private static List<string> UnitsInEveryRow(TaskDocument document)
    {
        var shared = document.Tasks[0].UnitNames().Distinct().ToList();
        foreach (var task in document.Tasks.Skip(1))
        {
            shared.RemoveAll(unit => !task.UnitNames().Contains(unit));
        }

        return shared;
    }

    // Two lead units of the same joint tasks look alike in the rows: a unit's name in the file name or the title says who sent it.
    private static string Sender(TaskDocument document, List<string> shared, HashSet<string> known) =>
        Named(document, shared) ?? Named(document, known) ?? (shared.Count == 1 ? shared[0] : Stem(document.Source));

    private static string? Named(TaskDocument document, IEnumerable<string> units) => units
        .Where(unit => document.Source.Contains(unit, StringComparison.Ordinal) || document.Title?.Contains(unit, StringComparison.Ordinal) == true)
        .OrderByDescending(unit => unit.Length)
        .ThenBy(unit => unit, StringComparer.Ordinal)
        .FirstOrDefault();

    private static string Stem(string source) => source.LastIndexOf('.') is > 0 and var dot ? source[..dot] : source;
}

internal static class UnitsOfATask
{
    /// <summary>Lead units, then supporting ones, by name.</summary>
    public static IEnumerable<string> UnitNames(this ReportedTask task) => task.LeadUnits.Concat(task.SupportingUnits).Select(unit => unit.Name);
}
