using Luoshi.Core.Ledgers;
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

/// <summary>
/// A document with its role and who speaks in it: the unit that sent a return, else the file. <see cref="Sender"/> is null where no known
/// unit is named.
/// </summary>
internal sealed record MaterialInput(TaskDocument Document, InputRole Role, UnitMention? Sender)
{
    public string Reporter => Sender is { } unit ? new[] { unit }.Names() : Stem(Document.Source);

    public bool BringsOrder => Role is not InputRole.Return;

    public bool BringsReports => Role is InputRole.Material or InputRole.Return;

    /// <summary>
    /// Tells the roles apart by what stands in the rows: a unit is named in all rows of its own return, nobody is in a whole district's
    /// plan, and a material has leaders. A file's name says no more than who sent it.
    /// </summary>
    public static List<MaterialInput> Of(IReadOnlyList<TaskDocument> documents, ReportingPeriod? target)
    {
        var known = documents.SelectMany(document => document.Tasks).SelectMany(task => task.LeadUnits.Concat(task.SupportingUnits)).Distinct().ToList();
        return [.. documents.Select(document => Of(document, target, known))];
    }

    /// <summary>Whether somebody said something on the task. A material's own 未报送 says that nobody did.</summary>
    public static bool IsReportedOn(ReportedTask task) =>
        (task.Progress is { } progress && MaterialWording.ReturnOf(progress) == ReturnState.Received) || task.PlanMet is not null || task.Shortfall is not null;

    private static MaterialInput Of(TaskDocument document, ReportingPeriod? target, List<UnitMention> known)
    {
        var shared = InEveryRow(document);

        // Two lead units of the same joint tasks look alike in the rows: a unit's name in the file name or the title says who sent it.
        var sender = Named(document, shared) ?? Named(document, known) ?? (shared.Count == 1 ? shared[0] : null);
        var isReported = document.Tasks.Any(IsReportedOn);
        var isReturn = shared.Count > 0
            || (sender is not null && document.Tasks.All(task => !Units(task).Any()))
            || (isReported && document.Tasks.All(task => task.Leader is null));
        return isReturn ? new MaterialInput(document, InputRole.Return, sender)
            : new MaterialInput(document, !isReported ? InputRole.Plan : document.Period < target ? InputRole.EarlierMaterial : InputRole.Material, null);
    }

    private static List<UnitMention> InEveryRow(TaskDocument document)
    {
        var shared = Units(document.Tasks[0]).DistinctBy(unit => unit.Name).ToList();
        foreach (var task in document.Tasks.Skip(1).TakeWhile(_ => shared.Count > 0))
        {
            shared.RemoveAll(unit => !task.UnitNames().Contains(unit.Name));
        }

        return shared;
    }

    // 区府办（金融） goes before 区府办: whoever writes the qualifier means that hand of the unit.
    private static UnitMention? Named(TaskDocument document, IEnumerable<UnitMention> units) => units
        .Where(unit => Names(document, unit.Name) && (unit.Qualifier is null || Names(document, unit.Qualifier)))
        .OrderByDescending(unit => unit.Name.Length + (unit.Qualifier?.Length ?? 0))
        .ThenBy(unit => unit.Name, StringComparer.Ordinal)
        .FirstOrDefault();

    private static bool Names(TaskDocument document, string word) =>
        document.Source.Contains(word, StringComparison.Ordinal) || document.Title?.Contains(word, StringComparison.Ordinal) == true;

    private static IEnumerable<UnitMention> Units(ReportedTask task) => task.LeadUnits.Concat(task.SupportingUnits);

    private static string Stem(string source) => source.LastIndexOf('.') is > 0 and var dot ? source[..dot] : source;
}

internal static class UnitsOfATask
{
    /// <summary>Lead units, then supporting ones, by name.</summary>
    public static IEnumerable<string> UnitNames(this ReportedTask task) => task.LeadUnits.Concat(task.SupportingUnits).Select(unit => unit.Name);
}
