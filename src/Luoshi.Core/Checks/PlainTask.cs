using System.Diagnostics.CodeAnalysis;
using Luoshi.Core.Quantities;
using Luoshi.Core.Reading;

namespace Luoshi.Core.Checks;

/// <summary>Rows as the rules read them (<see cref="PlainForm"/>), and what was found in them as the row was written.</summary>
internal static class PlainTask
{
    public static TaskDocument Of(TaskDocument document) => document with { Tasks = [.. document.Tasks.Select(Of)] };

    /// <summary>The row with its texts in plain form; the very row that was given where they are plain already.</summary>
    public static ReportedTask Of(ReportedTask task)
    {
        var plain = task with
        {
            Content = Plain(task.Content),
            Target = Plain(task.Target),
            Progress = task.Progress is { } progress ? Outlook.Cut(Plain(progress)) : null,
            Shortfall = Plain(task.Shortfall),
            EarlierProgress = task.EarlierProgress.Count == 0 ? task.EarlierProgress : [.. task.EarlierProgress.Select(earlier => earlier with { Text = Outlook.Cut(Plain(earlier.Text)) })],
            OtherColumns = task.OtherColumns.Count == 0 ? task.OtherColumns : [.. task.OtherColumns.Select(column => column with { Text = Plain(column.Text) })],
        };
        return Texts(plain).Zip(Texts(task)).All(pair => ReferenceEquals(pair.First, pair.Second)) ? task : plain;
    }

    /// <summary>What was found in the plain row, every span in <paramref name="written"/> itself.</summary>
    public static TaskCheck AsWritten(TaskCheck found, ReportedTask written)
    {
        if (ReferenceEquals(found.Task, written))
        {
            return found;
        }

        var fields = new Dictionary<string, PlainForm?>();
        return found with
        {
            Task = written,
            Targets = [.. found.Targets.Select(Stated)],
            Readings = [.. found.Readings.Select(Stated)],
            OtherNumbers = [.. found.OtherNumbers.Select(Stated)],
            Doubts = [.. found.Doubts.Select(doubt => doubt with { Evidence = [.. doubt.Evidence.Select(Quoted)] })],
        };

        StatedQuantity Stated(StatedQuantity stated) => new(Figure(stated.Quantity, stated.Source.Field), Quoted(stated.Source), stated.From is { } from ? Figure(from, stated.Source.Field) : null);

        Quantity Figure(Quantity quantity, string field) => Form(field)?.Written(quantity) ?? quantity;

        Evidence Quoted(Evidence evidence)
        {
            if (Form(evidence.Field) is not { } form)
            {
                return evidence;
            }

            var span = form.Written(evidence.Span);
            return new Evidence(evidence.Field, span, span.Of(FieldOf(written, evidence.Field)!));
        }

        PlainForm? Form(string field)
        {
            if (!fields.TryGetValue(field, out var form))
            {
                form = FieldOf(written, field) is { } text && PlainForm.Of(text) is { IsAsWritten: false } changed ? changed : null;
                fields.Add(field, form);
            }

            return form;
        }
    }

    private static string? FieldOf(ReportedTask task, string field) => field switch
    {
        "content" => task.Content,
        "target" => task.Target,
        "progress" => task.Progress,
        "shortfall" => task.Shortfall,
        _ => task.OtherColumns.FirstOrDefault(column => column.Header == field)?.Text,
    };

    private static IEnumerable<string?> Texts(ReportedTask task) =>
        [task.Content, task.Target, task.Progress, task.Shortfall, .. task.EarlierProgress.Select(earlier => earlier.Text), .. task.OtherColumns.Select(column => column.Text)];

    [return: NotNullIfNotNull(nameof(text))]
    private static string? Plain(string? text) => text is null ? null : PlainForm.Of(text).Text;
}
