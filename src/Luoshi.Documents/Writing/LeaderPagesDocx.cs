using System.Globalization;
using Luoshi.Core.Checks;
using Luoshi.Core.Meetings;

namespace Luoshi.Documents.Writing;

/// <summary>
/// 分管领导一页纸: for each leader one A4 page with what is behind and why, what the units explain, what is to be checked and what to decide.
/// What does not fit is counted, never dropped in silence; the material has it in full.
/// </summary>
public static class LeaderPagesDocx
{
    public static byte[] Write(MaterialExamination examined, FontSet fonts) =>
        OfficialDocument.Write("分管重点工作一页纸", new MaterialLook { Orientation = PaperOrientation.Portrait, Fonts = fonts }, document =>
        {
            for (var i = 0; i < examined.Sections.Count; i++)
            {
                new LeaderPage(document, examined, examined.Sections[i]).Write(newPage: i > 0);
            }
        });
}

/// <summary>One leader's page while it is filled.</summary>
internal sealed class LeaderPage(OfficialDocument document, MaterialExamination examined, ExaminedSection section)
{
    private const int LongestContent = 20;
    private const int LongestText = 72;
    private const int LinesForInstruction = 3;

    // What units explain and what is doubtful besides may each take so much of the page; the rest is for what is behind.
    private const double LargestShare = 0.25;

    private readonly IReadOnlyList<ExaminedTask> _tasks = section.Tasks;
    private int _left;
    private int _parts;

    public void Write(bool newPage)
    {
        var decisions = Decisions().ToList();
        _left = document.Page.TextHeight - document.Styles.Height(WordStyles.Heading) - document.Styles.Height(WordStyles.Leader);
        document.Line(WordStyles.Heading, $"分管重点工作情况（{examined.AsOf.InWords()}）", newPage);
        document.Line(WordStyles.Leader, section.Leader?.Line() ?? MaterialWording.NoLeader);

        var summary = Summary();
        var (shortfalls, doubts) = (Shortfalls(), OtherDoubts());

        // The decisions close the page: their room is kept first, with some for the leader's hand.
        _left -= Height([summary, .. decisions]) + WordStyles.PageHeadingHeight + LinesForInstruction * Pitch;
        var (forShortfalls, forDoubts) = (Room(shortfalls), Room(doubts));
        document.Line(WordStyles.TableText, summary);
        Behind(_left - forShortfalls - forDoubts);
        List("单位说明的未完成情况", shortfalls, forShortfalls);
        List("其他请核实事项", doubts, forDoubts);
        document.Line(WordStyles.PageHeading, Counted("请定事项"));
        decisions.ForEach(line => document.Line(WordStyles.TableText, line));
        document.Line(WordStyles.PageHeading, "批示：");
    }

    private int Pitch => document.Styles.TablePitch;

    private string Summary()
    {
        var verdicts = _tasks.Select(task => task.Check).OfType<TaskCheck>().GroupBy(check => check.Verdict).OrderBy(group => group.Key).Select(group => Invariant($"{group.Key.Name()}{group.Count()}项"));
        var claims = new (string Name, int Count)[]
        {
            ("自报完成月度计划", Reported.Count(task => task.Row.Task.PlanMet == true)),
            ("自报未完成", Reported.Count(task => task.Row.Task.PlanMet == false)),
            ("审核中", _tasks.Count(task => task.Row.Return == ReturnState.Pending)),
            ("未报送", _tasks.Count(task => task.Row.Return == ReturnState.Missing)),
            ("本月不需报送", _tasks.Count(task => task.Row.Return == ReturnState.NotDue)),
        };
        var said = claims.Where(claim => claim.Count > 0).Select(claim => Invariant($"{claim.Name}{claim.Count}项"));
        return Invariant($"共{_tasks.Count}项：{string.Join('，', said)}。按文字中的数字测算：{string.Join('，', verdicts.DefaultIfEmpty("没有可比数字"))}。时间进度{examined.ExpectedShare * 100:0.0}%。");
    }

    private IEnumerable<ExaminedTask> Reported => _tasks.Where(task => task.Row.Return == ReturnState.Received);

    /// <summary>What a list with its heading takes, up to its share of the page.</summary>
    private int Room(List<string> lines) => lines.Count == 0 ? 0 : Math.Min(WordStyles.PageHeadingHeight + Height(lines), (int)(_left * LargestShare));

    private void Behind(int room)
    {
        var behind = _tasks.Where(task => task.IsBehind).OrderBy(task => !task.Doubts(DoubtStrength.Strong).Any()).ToList();
        if (behind.Count == 0)
        {
            return;
        }

        document.Line(WordStyles.PageHeading, Counted(Invariant($"欠进度（{behind.Count}项；横条为完成比例，黑线为全年时间进度）")));
        var table = new PaceTable(document);
        var shown = Fitting(behind.ConvertAll(task => table.Height(Name(task), Why(task), Volume(task) is not null)), room - WordStyles.PageHeadingHeight - table.HeaderHeight);
        table.Begin("序号", "工作内容、牵头单位", "差在哪里");
        foreach (var task in behind.Take(shown))
        {
            table.Row(Number(task), Name(task), Why(task), Volume(task)?.Ratio, examined.ExpectedShare);
        }

        table.End();
        Rest(behind.Count - shown);
    }

    private void List(string heading, List<string> lines, int room)
    {
        if (lines.Count == 0)
        {
            return;
        }

        document.Line(WordStyles.PageHeading, Counted(heading));
        var shown = Fitting(lines.ConvertAll(line => Height([line])), room - WordStyles.PageHeadingHeight);
        lines[..shown].ForEach(line => document.Line(WordStyles.TableText, line));
        Rest(lines.Count - shown);
    }

    /// <summary>How many of these heights fill the room; where not all do, a line is kept to say how many are left.</summary>
    private int Fitting(List<int> heights, int room)
    {
        if (heights.Sum() <= room)
        {
            return heights.Count;
        }

        var count = 0;
        for (var left = room - Pitch; count < heights.Count && heights[count] <= left; count++)
        {
            left -= heights[count];
        }

        return count;
    }

    private void Rest(int count)
    {
        if (count > 0)
        {
            document.Line(WordStyles.TableText, Invariant($"另有{count}项，见材料。"));
        }
    }

    private string Counted(string heading) => $"{"一二三四"[_parts++]}、{heading}";

    private int Height(IEnumerable<string> lines) => lines.Sum(line => LineMeasure.Lines(line, document.Page.TextWidth, document.Styles.TableHalfPoints * 10) * Pitch);

    private List<string> Shortfalls() =>
        [.. Reported.Where(task => task.Row.Task.Shortfall is not null).Select(task => $"第{Number(task)}项（{Units(task)}）：{Shortened(task.Row.Task.Shortfall!, LongestText)}")];

    private List<string> OtherDoubts() =>
        [.. _tasks.SelectMany(task => task.Doubts(DoubtStrength.Strong).Where(doubt => doubt.Code != DoubtCode.BehindTarget).Select(doubt => $"第{Number(task)}项（{Units(task)}）{doubt.Code.Name()}：{Shortened(doubt.Message, LongestText)}"))];

    /// <summary>Questions only the leader can settle, each with the tasks it is about.</summary>
    private IEnumerable<string> Decisions()
    {
        var questions = new (IEnumerable<ExaminedTask> Tasks, string Question)[]
        {
            (_tasks.Where(task => task.Row.Return == ReturnState.Missing), "未报送，是否限期补报"),
            (Reported.Where(task => task.Row.Task.PlanMet == false), "自报未完成，是否同意所作说明，需要协调什么"),
            (_tasks.Where(task => task.IsBehind && task.Row.Task.PlanMet == true && task.Doubts(DoubtStrength.Strong).Any()), "自报完成而测算欠进度，是否请牵头单位核实后重报"),
            (_tasks.Where(task => !task.IsBehind && task.Doubts(DoubtStrength.Strong).Any()), "有其他疑点，是否请牵头单位书面说明"),
        };
        var number = 0;
        foreach (var (tasks, question) in questions)
        {
            var numbers = tasks.Select(Number).ToList();
            if (numbers.Count > 0)
            {
                yield return Invariant($"{++number}. 第{string.Join('、', numbers)}项{question}？");
            }
        }

        if (number == 0)
        {
            yield return "没有需要定的事项。";
        }
    }

    // Only a volume has a light: a growth rate is no part of a whole, and a bar of it would lie.
    private static Comparison? Volume(ExaminedTask task) =>
        task.Check!.Comparisons.FirstOrDefault(comparison => comparison is { Verdict: Verdict.Behind, Light: not null, Ratio: not null });

    /// <summary>The sentence about the bar, else the first; how many more there are is said.</summary>
    private static string Why(ExaminedTask task)
    {
        var reasons = task.Reasons.ToList();
        var first = Shortened(Volume(task)?.Reason ?? reasons[0], LongestText);
        return reasons.Count > 1 ? Invariant($"{first}；另有{reasons.Count - 1}个目标欠进度。") : first + "。";
    }

    private static string Name(ExaminedTask task) => $"{Shortened(task.Row.Task.Content, LongestContent)}（{Units(task)}）";

    private static string Units(ExaminedTask task) => task.Row.Task.LeadUnits.Count > 0 ? task.Row.Task.LeadUnits.Names() : MaterialWording.Nothing;

    private static string Number(ExaminedTask task) => task.Row.Task.Number?.ToString(CultureInfo.InvariantCulture) ?? MaterialWording.Nothing;

    private static string Shortened(string text, int length)
    {
        var line = text.Replace('\n', ' ');
        return line.Length <= length ? line : line[..(char.IsHighSurrogate(line[length - 1]) ? length - 1 : length)] + "……";
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
