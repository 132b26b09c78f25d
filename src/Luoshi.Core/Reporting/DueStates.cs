namespace Luoshi.Core.Reporting;

public static class DueStates
{
    /// <summary>
    /// The state at the moment <paramref name="nowUtc"/>, for which a return that came later is not there: so a past day can be told as it was.
    /// A return at the due moment itself is on time. An extension only ever gives more time. Resubmitting after a return to the unit does not
    /// make a punctual unit late: the first submission counts.
    /// </summary>
    public static DueState Of(DateTime dueAtUtc, DateTime? extendedToUtc, DateTime? firstSubmittedUtc, bool exempt, bool voluntary, bool opened, DateTime nowUtc)
    {
        if (exempt)
        {
            return DueState.Exempt;
        }

        if (voluntary)
        {
            return DueState.Voluntary;
        }

        var until = extendedToUtc > dueAtUtc ? extendedToUtc.Value : dueAtUtc;
        if (firstSubmittedUtc is { } submitted && submitted <= nowUtc)
        {
            return submitted <= until ? DueState.OnTime : DueState.Late;
        }

        return !opened ? DueState.NotDue
            : nowUtc <= until ? DueState.Due
            : DueState.Missing;
    }

    public static string Name(this DueState state) => state switch
    {
        DueState.NotDue => "未到期",
        DueState.Due => "待报",
        DueState.OnTime => "按时",
        DueState.Late => "迟报",
        DueState.Missing => "逾期",
        DueState.Exempt => "免报",
        DueState.Voluntary => "自愿报",
    };
}
