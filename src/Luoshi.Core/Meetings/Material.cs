using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Meetings;

/// <summary>
/// 办公会议材料 of a month, as the ledger stood at one moment. What it says lies in its <see cref="MaterialSection"/>s; none of it changes after it was
/// compiled. A correction is a new material that supersedes it.
/// </summary>
public sealed class Material
{
    /// <summary>How long after issue a material can be called back.</summary>
    public static TimeSpan RecallWindow { get; } = TimeSpan.FromHours(24);

    public required int GovernmentId { get; init; }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid LedgerId { get; init; }

    public required ReportingPeriod Month { get; init; }

    /// <summary>第几稿 of the month, from 1.</summary>
    public required int Edition { get; init; }

    public MaterialState State { get; private set; }

    /// <summary>The moment whose ledger it shows, in UTC.</summary>
    public required DateTime AsAt { get; init; }

    /// <summary>The name on the cover.</summary>
    public required string Government { get; init; }

    public required string Heading { get; init; }

    /// <summary>The day on the cover; null where it has the month alone.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>How it is printed, as JSON.</summary>
    public required string Look { get; init; }

    /// <summary>The office's own template that it is printed on; null for the shipped one.</summary>
    public Guid? TemplateId { get; init; }

    /// <summary>What the compiler left for a person to look at.</summary>
    public required List<string> Notes { get; init; }

    /// <summary>SHA-256 of the Word document, in hexadecimal: whoever has the file can prove that it is the one.</summary>
    public required string ContentHash { get; init; }

    public required int Tasks { get; init; }

    /// <summary>未报送.</summary>
    public required int Missing { get; init; }

    /// <summary>Returns of the month that came but are left out, for they were not yet approved.</summary>
    public required int Pending { get; init; }

    /// <summary>Tasks with a strong doubt; null until it is checked.</summary>
    public int? StrongDoubts { get; private set; }

    /// <summary>Tasks with weak doubts only; null until it is checked.</summary>
    public int? WeakDoubts { get; private set; }

    public required Guid CompiledBy { get; init; }

    public required DateTime CompiledAt { get; init; }

    public Guid? CheckedBy { get; private set; }

    public DateTime? CheckedAt { get; private set; }

    public Guid? IssuedBy { get; private set; }

    public DateTime? IssuedAt { get; private set; }

    public Guid? RecalledBy { get; private set; }

    public DateTime? RecalledAt { get; private set; }

    public string? RecallReason { get; private set; }

    /// <summary>The issued material that this one corrects; null for a month's first.</summary>
    public Guid? SupersedesId { get; init; }

    /// <summary>Why it is corrected.</summary>
    public string? SupersedeReason { get; init; }

    public int Version { get; private set; } = 1;

    /// <summary>“2024年7月办公会议材料（第2稿）”: what confirmations and the audit call it.</summary>
    public string Name => $"{Month.InWords()}办公会议材料（第{Edition}稿）";

    /// <summary>Until when it can be called back, in UTC; null unless it is issued.</summary>
    public DateTime? RecallableUntil => State == MaterialState.Issued ? IssuedAt + RecallWindow : null;

    /// <summary>核对, with what was found.</summary>
    /// <returns>Null when done; <c>material-not-compiled</c>.</returns>
    public Refusal? Check(int strongDoubts, int weakDoubts, Guid by, DateTime now)
    {
        if (State is not (MaterialState.Compiled or MaterialState.Checked))
        {
            return new Refusal("material-not-compiled", $"{Name}{State.Name()}，不用再核对。");
        }

        (State, StrongDoubts, WeakDoubts, CheckedBy, CheckedAt) = (MaterialState.Checked, strongDoubts, weakDoubts, by, now);
        Version++;
        return null;
    }

    /// <summary>印发. From here on it changes no more.</summary>
    /// <param name="standing">The material of the month that is issued now; null where there is none.</param>
    /// <param name="by">Who issues it.</param>
    /// <param name="now">When.</param>
    /// <returns>Null when done; <c>material-not-checked</c>, <c>material-already-issued</c>.</returns>
    public Refusal? Issue(Material? standing, Guid by, DateTime now)
    {
        if (State != MaterialState.Checked)
        {
            return State == MaterialState.Compiled
                ? new Refusal("material-not-checked", $"{Name}还没有核对。请先核对疑点，再印发。")
                : new Refusal("material-already-issued", $"{Name}{State.Name()}，不能再印发。");
        }

        if (standing is not null && standing.Id != SupersedesId)
        {
            return new Refusal("material-already-issued", $"{standing.Name}已经印发。要更正的，请重新汇编并写明更正原因，由新稿替代。");
        }

        (State, IssuedBy, IssuedAt) = (MaterialState.Issued, by, now);
        Version++;
        return null;
    }

    /// <summary>收回 within a day of issue, with the reason.</summary>
    /// <returns>Null when done; <c>material-not-issued</c>, <c>recall-too-late</c>, <c>reason-missing</c>.</returns>
    public Refusal? Recall(string? reason, Guid by, DateTime now)
    {
        if (State != MaterialState.Issued)
        {
            return new Refusal("material-not-issued", $"{Name}现在是“{State.Name()}”，没有印发，不用收回。");
        }

        if (now > RecallableUntil)
        {
            return new Refusal("recall-too-late", $"{Name}印发已超过24小时，不能收回。请重新汇编更正稿，写明更正原因后印发。");
        }

        if (PlainText.IsNothing(reason))
        {
            return new Refusal("reason-missing", "请写明收回的原因，看到材料的领导会收到说明。");
        }

        (State, RecalledBy, RecalledAt, RecallReason) = (MaterialState.Recalled, by, now, reason!.Trim());
        Version++;
        return null;
    }
}
