using Luoshi.Core.Ledgers;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Documents.Reading.Tables;

/// <summary>
/// Tasks without a table: a numbered line with labelled lines below it (牵头单位：…), or a paragraph with its units in brackets at
/// the end （区发改局牵头，区财政局配合）. A line counts as a task only when such a label or bracket belongs to it.
/// </summary>
internal sealed class TaskListReader
{
    private readonly TaskBuilder _builder;
    private readonly List<ReadingProblem> _problems;
    private readonly List<ReportedTask> _tasks = [];
    private readonly List<(string Line, SourceLocation Location)> _unplaced = [];
    private IReadOnlyList<LeaderMention> _leaders = [];
    private Entry? _entry;

    private TaskListReader(int? year, ReportingPeriod? documentPeriod, List<ReadingProblem> problems)
    {
        _problems = problems;
        _builder = new TaskBuilder(year, documentPeriod, problems);
    }

    /// <summary>The tasks in document order; none when no line carries a label or units.</summary>
    public static IReadOnlyList<ReportedTask> Read(IReadOnlyList<Block> blocks, int? year, ReportingPeriod? documentPeriod, List<ReadingProblem> problems)
    {
        var reader = new TaskListReader(year, documentPeriod, problems);
        foreach (var block in blocks)
        {
            if (block is ParagraphBlock paragraph)
            {
                foreach (var line in paragraph.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                {
                    reader.ReadLine(line, paragraph.Location);
                }
            }
        }

        return reader.Finish();
    }

    private List<ReportedTask> Finish()
    {
        Close();
        if (_tasks.Count > 0)
        {
            foreach (var (line, location) in _unplaced)
            {
                _problems.Add(new ReadingProblem(ProblemSeverity.Info, "line-without-task", $"这一行没有责任单位等标注，未作为任务：{TaskBuilder.Shorten(line)}", location));
            }
        }

        return _tasks;
    }

    private void ReadLine(string line, SourceLocation location)
    {
        if (LabelledText.Read(line) is { Count: > 0 } pairs)
        {
            if (pairs[0].Role == ColumnRole.Content)
            {
                Close();
                _entry = new Entry(null, "", location);
            }

            foreach (var pair in pairs)
            {
                _entry?.Add(pair);
            }

            return;
        }

        if (LeaderMentions.ParseLine(line) is { Count: > 0 } leaders)
        {
            Close();
            _leaders = leaders;
            return;
        }

        var numbered = ListMark.TryRead(line, out var number, out var length);
        var text = numbered ? line[length..].TrimStart() : line;
        var tail = LabelledText.ReadTail(text, out var content);
        if (numbered || tail.Count > 0)
        {
            if (!numbered && _entry is { HasLabels: false, Number: not null } open)
            {
                // The paragraph below a numbered heading carries the units: heading and paragraph are one task.
                open.Append(content);
            }
            else
            {
                Close();
                _entry = new Entry(numbered ? number : null, content, location);
            }

            tail.ForEach(_entry.Add);
        }
        else if (_entry is not null)
        {
            _entry.Append(line);
        }
    }

    private void Close()
    {
        if (_entry is not { } entry)
        {
            return;
        }

        _entry = null;
        if (!entry.HasLabels)
        {
            _unplaced.Add((entry.Content, entry.Location));
        }
        else if (_builder.Build(entry.ToDraft(), _leaders) is { } task)
        {
            _tasks.Add(task);
        }
    }

    private sealed class Entry(int? number, string content, SourceLocation location)
    {
        private readonly List<LabelledText> _labels = [];

        public int? Number => number;

        public string Content { get; private set; } = content;

        public SourceLocation Location => location;

        public bool HasLabels => _labels.Count > 0;

        public void Add(LabelledText pair)
        {
            if (pair.Role == ColumnRole.Content && Content.Length == 0)
            {
                Content = pair.Text;
            }
            else
            {
                _labels.Add(pair);
            }
        }

        public void Append(string line)
        {
            if (_labels.Count == 0)
            {
                Content = Content.Length == 0 ? line : Content + "\n" + line;
            }
            else
            {
                _labels[^1] = _labels[^1] with { Text = _labels[^1].Text + "\n" + line };
            }
        }

        public RowDraft ToDraft()
        {
            List<(TableCell Cell, (ColumnRole Role, int Rank)? Meaning)> headers =
            [
                (new TableCell("序号", 0), (ColumnRole.Number, 0)),
                (new TableCell("工作内容", 1), (ColumnRole.Content, 0)),
                .. _labels.Select((label, i) => (new TableCell(label.Label, i + 2), ((ColumnRole, int)?)(label.Role, 0))),
            ];
            string[] texts = [number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "", Content, .. _labels.Select(label => label.Text)];
            return new RowDraft(TableColumns.Of(ColumnRoles.Decide(headers)), texts, location);
        }
    }
}
