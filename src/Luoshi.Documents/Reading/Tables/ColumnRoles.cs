using Luoshi.Core.Reporting;

namespace Luoshi.Documents.Reading.Tables;

/// <summary>Settles what each header means beside its neighbours: one column for each role, the others keep their own header.</summary>
internal static class ColumnRoles
{
    public static IReadOnlyList<TableColumn> Decide(IReadOnlyList<(TableCell Cell, (ColumnRole Role, int Rank)? Meaning)> headers)
    {
        var roles = headers.Select(h => h.Meaning?.Role ?? ColumnRole.Other).ToArray();
        var texts = headers.Select(h => h.Cell.Text).ToArray();

        // 目标任务 is the task where no other column is, else the numeric target (domain notes, section 3, tables 6 and 8).
        if (Array.IndexOf(roles, ColumnRole.Content) < 0
            && Array.FindIndex(roles, role => role == ColumnRole.Target) is >= 0 and var target
            && (Array.FindIndex(texts, HeaderWords.MayBeTarget) is var ambiguous))
        {
            roles[ambiguous >= 0 && roles[ambiguous] == ColumnRole.Target ? ambiguous : target] = ColumnRole.Content;
        }

        KeepBest(ColumnRole.Number);
        KeepBest(ColumnRole.Frequency);
        KeepBest(ColumnRole.Content);
        KeepBest(ColumnRole.Target);
        KeepBest(ColumnRole.Leader);
        KeepBest(ColumnRole.Deadline);
        KeepBest(ColumnRole.PlanMet);
        KeepBest(ColumnRole.Shortfall);
        DecideUnits();
        DecideProgress();

        return [.. headers.Select((h, i) => new TableColumn(h.Cell.Column, Math.Max(1, h.Cell.Span), h.Cell.Text, roles[i], roles[i] == ColumnRole.Progress ? ProgressPeriod(h.Cell.Text) : null))];

        void KeepBest(ColumnRole role)
        {
            var best = -1;
            for (var i = 0; i < roles.Length; i++)
            {
                if (roles[i] == role && (best < 0 || Rank(i) < Rank(best)))
                {
                    best = i;
                }
            }

            for (var i = 0; i < roles.Length; i++)
            {
                if (roles[i] == role && i != best)
                {
                    roles[i] = ColumnRole.Other;
                }
            }
        }

        // 责任单位 alone leads; beside 牵头单位 it supports (domain notes, section 3; 主责单位 beside 牵头部门 is neither: table 7).
        void DecideUnits()
        {
            KeepBest(ColumnRole.SupportingUnits);
            var leads = roles.Count(role => role == ColumnRole.LeadUnits);
            if (leads > 1)
            {
                KeepBest(ColumnRole.LeadUnits);
            }

            var responsible = Array.IndexOf(roles, ColumnRole.ResponsibleUnits);
            KeepBest(ColumnRole.ResponsibleUnits);
            if (responsible >= 0 && leads > 0)
            {
                responsible = Array.IndexOf(roles, ColumnRole.ResponsibleUnits);
                roles[responsible] = Array.IndexOf(roles, ColumnRole.SupportingUnits) < 0 && Rank(responsible) < 2 ? ColumnRole.SupportingUnits : ColumnRole.Other;
            }
            else if (responsible >= 0 && Array.IndexOf(roles, ColumnRole.SupportingUnits) >= 0)
            {
                roles[Array.IndexOf(roles, ColumnRole.ResponsibleUnits)] = ColumnRole.LeadUnits;
            }
        }

        // 工作动态 tells what was done; 工作进度 beside it is a figure. Columns of several months are all progress.
        void DecideProgress()
        {
            if (!Enumerable.Range(0, roles.Length).Any(i => roles[i] == ColumnRole.Progress && Rank(i) == 0))
            {
                return;
            }

            for (var i = 0; i < roles.Length; i++)
            {
                if (roles[i] == ColumnRole.Progress && Rank(i) > 0 && ProgressPeriod(texts[i]) is null)
                {
                    roles[i] = ColumnRole.Other;
                }
            }
        }

        int Rank(int i) => headers[i].Meaning?.Rank ?? int.MaxValue;
    }

    private static PeriodMention? ProgressPeriod(string header) => PeriodText.Find(header);
}
