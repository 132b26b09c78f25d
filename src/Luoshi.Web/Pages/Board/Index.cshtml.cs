using Luoshi.App.Calendars;
using Luoshi.App.Reporting;
using Luoshi.App.Supervision;
using Luoshi.Core;
using Luoshi.Core.Reporting;
using Luoshi.Core.Supervision;
using Luoshi.Documents.Writing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Luoshi.Web.Pages.Board;

/// <summary>调度台 — a month of the office: who has reported, who has not, what waits for whom.</summary>
public sealed class IndexModel(ReadBoard readBoard, OpenPeriod openPeriod, TimeProvider clock) : PageModel
{
    private const int PageSize = 50;
    private const int FirstOutstanding = 8;

    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    /// <summary><c>leader</c>, <c>unit</c> or <c>task</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string By { get; set; } = "leader";

    [BindProperty(SupportsGet = true)]
    public BoardPlace? Place { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Leader { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Unit { get; set; }

    /// <summary><c>strong</c> or <c>weak</c>: only what has such a doubt open.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Doubts { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public MonthBoard Board { get; private set; } = null!;

    public Refusal? Refusal { get; private set; }

    public ReportingPeriod Period { get; private set; }

    /// <summary>What the filters leave, of the whole month.</summary>
    public IReadOnlyList<BoardItem> Items { get; private set; } = [];

    public IReadOnlyList<BoardItem> PageItems => [.. Items.Skip((Math.Max(P, 1) - 1) * PageSize).Take(PageSize)];

    public int Pages => Math.Max(1, (Items.Count + PageSize - 1) / PageSize);

    /// <summary>Overdue first, then what was returned.</summary>
    public IReadOnlyList<BoardItem> Outstanding => [.. Board.Items.Where(item => item.Place is BoardPlace.Missing or BoardPlace.Returned).OrderBy(item => item.Place).Take(FirstOutstanding)];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ?? Page();

    public async Task<IActionResult> OnPostOpenAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } refused)
        {
            return refused;
        }

        var opened = await openPeriod.ExecuteAsync(Period, ct);
        if (opened.Refusal is { } refusal)
        {
            Refusal = refusal;
            return refusal.Code == "forbidden" ? Forbid() : Page();
        }

        TempData["Notice"] = $"已开启{Period.Year}年{Period.Month}月报送期：应报{opened.Value.Due}项，可自愿报{opened.Value.Voluntary}项。";
        return Redirect($"/board?month={Period}");
    }

    public async Task<IActionResult> OnGetExportAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } refused)
        {
            return refused;
        }

        var bytes = new MemoryStream();
        ListXlsx.Write(bytes, new ListSheet
        {
            Title = $"{Period.Year}年{Period.Month}月报送情况",
            Subtitle = $"数据到{Marks.Moment(Board.AsOf)}，共{Items.Count}项",
            Columns = [new("分管领导", 18), new("序号", 6, ListColumnKind.Number), new("工作内容", 60), new("牵头单位", 18), new("报送时段", 12), new("状态", 12), new("时限", 18, ListColumnKind.Date), new("强疑点", 8, ListColumnKind.Number), new("弱疑点", 8, ListColumnKind.Number)],
            Rows = Items.Select(item => (IReadOnlyList<object?>)
            [
                Board.Posts.GetValueOrDefault(item.PostId), item.Number, item.Content, Board.Units.GetValueOrDefault(item.UnitId), item.Span,
                item.IsAsked ? item.Place.Name() : item.State.Name(), OfficeClock.Local(item.Deadline), item.StrongDoubts, item.WeakDoubts,
            ]),
        });
        return File(bytes.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{Period}报送情况.xlsx");
    }

    /// <summary>The list behind a number.</summary>
    public string Link(BoardPlace? place = null, Guid? leader = null, Guid? unit = null, string? doubts = null) =>
        $"/board?month={Period}&by=task{(place is { } at ? $"&place={at}" : "")}{(leader is { } post ? $"&leader={post}" : "")}{(unit is { } of ? $"&unit={of}" : "")}{(doubts is null ? "" : $"&doubts={doubts}")}";

    /// <summary>What the unit has done about an item that has not come.</summary>
    public static string Standing(BoardItem item) => item switch
    {
        { Status: ReturnStatus.AwaitingSignOff } => "已填，待单位签发",
        { Status: ReturnStatus.Returned } => "退回，待重报",
        { Status: ReturnStatus.Draft } => $"草稿{item.Written}字",
        { Status: null } => "未填写",
        _ => "",
    };

    private async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        var today = clock.Today();
        if (Month is not null && !ReportingPeriod.TryParse(Month, out _))
        {
            return NotFound();
        }

        Period = ReportingPeriod.TryParse(Month, out var month) ? month : new ReportingPeriod(today.Year, today.Month);
        var board = await readBoard.ExecuteAsync(Period, ct);
        if (board.Refusal is not null)
        {
            return Forbid();
        }

        Board = board.Value;
        Items = [.. Board.Items.Where(item =>
            (Place is null || item.Place == Place)
            && (Leader is null || item.PostId == Leader)
            && (Unit is null || item.UnitId == Unit)
            && (Doubts is null || (Doubts == "strong" ? item.StrongDoubts : item.WeakDoubts) > 0))];
        return null;
    }
}
