using System.Globalization;
using Luoshi.App.Calendars;
using Luoshi.App.Data;
using Luoshi.App.Reporting;
using Luoshi.App.Supervision;
using Luoshi.Core;
using Luoshi.Core.Reporting;
using Luoshi.Core.Supervision;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Review;

/// <summary>审核一条报送 — claim, verdict and judgement beside each other, the text with its evidence, and the decision.</summary>
public sealed class ReportModel(LuoshiDb db, ReadReview readReview, ListReviews readQueue, ApproveReport approve, ReturnReport giveBack, RecallReturn recall, ReopenReport reopen, SettleDoubt settle) : PageModel
{
    /// <summary>常用退回理由, a button for each.</summary>
    public IReadOnlyList<ReturnReason> Reasons { get; private set; } = [];

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public Judgement? Judgement { get; set; }

    /// <summary>Why the judgement is another than the verdict.</summary>
    [BindProperty]
    public string? Why { get; set; }

    /// <summary>What the unit reads.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>By the office's clock.</summary>
    [BindProperty]
    public DateTime? Until { get; set; }

    [BindProperty]
    public Guid Doubt { get; set; }

    [BindProperty]
    public int DoubtVersion { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    public ReportReview Review { get; private set; } = null!;

    public Refusal? Refusal { get; private set; }

    /// <summary>Of the queue that the person goes through; without the question mark.</summary>
    public string Query { get; private set; } = "";

    /// <summary>From 1; 0 where it is no longer in the queue.</summary>
    public int Place { get; private set; }

    public int Count { get; private set; }

    public Guid? PreviousId { get; private set; }

    public Guid? NextId { get; private set; }

    /// <summary>The doubts that are shown with a number.</summary>
    public IReadOnlyList<RaisedDoubt> Notes => [.. Review.Doubts.Where(doubt => doubt.State != DoubtState.Corrected)];

    public IReadOnlyList<EvidencePiece> Pieces(string field, string text) => EvidenceText.Cut(text, field, Notes, Review.Check.Readings);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostApproveAsync(CancellationToken ct) => Judgement is not { } judgement
        ? await RefusedAsync(new Refusal("judgement-missing", "请先选择督查认定，再通过。"), ct)
        : await DoneAsync(await approve.ExecuteAsync(Id, Version, judgement, Why, ct), "已通过", ct);

    public async Task<IActionResult> OnPostReturnAsync(CancellationToken ct)
    {
        if (Until is not { } until)
        {
            return await RefusedAsync(new Refusal("return-deadline-missing", "请选择重新报送的时限。"), ct);
        }

        var returned = await giveBack.ExecuteAsync(Id, Version, Reason ?? "", OfficeClock.ToUtc(until), Judgement, ct);
        if (returned.Refusal is null)
        {
            TempData["Undo"] = $"/review/{Id}?handler=recall&version={returned.Value.Version}&{ReviewQuery.Write(ReviewQuery.Read(Request.Query))}";
        }

        return await DoneAsync(returned, "已退回单位", ct);
    }

    public async Task<IActionResult> OnPostRecallAsync(CancellationToken ct)
    {
        var recalled = await recall.ExecuteAsync(Id, Version, ct);
        if (recalled.Refusal is { } refusal)
        {
            return refusal.Code switch
            {
                "forbidden" => Forbid(),
                "report-not-found" => NotFound(),
                _ => await RefusedAsync(refusal, ct),
            };
        }

        TempData["Notice"] = $"已撤销退回：{await NamedItem.OfReportAsync(db, Id, ct)}又在待审，单位会收到消息。";
        return Redirect($"/review/{Id}?{ReviewQuery.Write(ReviewQuery.Read(Request.Query))}");
    }

    public async Task<IActionResult> OnPostReopenAsync(CancellationToken ct) => Until is not { } until
        ? await RefusedAsync(new Refusal("return-deadline-missing", "请选择重新报送的时限。"), ct)
        : await DoneAsync(await reopen.ExecuteAsync(Id, Version, Reason ?? "", OfficeClock.ToUtc(until), ct), "已重新打开，退给单位", ct);

    /// <summary>Puts a doubt or a template into the reason. Nothing is saved, and nothing that was typed is lost.</summary>
    public async Task<IActionResult> OnPostWriteAsync(string? template, CancellationToken ct)
    {
        var shown = await ShowAsync(ct);
        if (Review is not null)
        {
            var text = Reasons.FirstOrDefault(one => one.Word == template)?.Text ?? Review.Doubts.FirstOrDefault(doubt => doubt.Id == Doubt)?.Message;
            var lines = (Reason ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
            if (text is not null && !lines.Exists(line => line.EndsWith(text, StringComparison.Ordinal)))
            {
                lines.Add($"{(lines.Count + 1).ToString(CultureInfo.InvariantCulture)}. {text}");
            }

            Reason = string.Join('\n', lines);
            Judgement ??= Core.Reporting.Judgement.Doubted;
            ModelState.Clear();
        }

        return shown;
    }

    public async Task<IActionResult> OnPostSettleAsync(DoubtState state, CancellationToken ct)
    {
        var settled = await settle.ExecuteAsync(Doubt, DoubtVersion, state, Answer, ct);
        if (settled.Refusal is { } refusal)
        {
            return refusal.Code == "forbidden" ? Forbid() : await RefusedAsync(refusal, ct);
        }

        TempData["Notice"] = state == DoubtState.Accepted ? "已接受，下月不再提示同一疑点。" : "已记下说明。";
        return Redirect($"/review/{Id}?{ReviewQuery.Write(ReviewQuery.Read(Request.Query))}");
    }

    private async Task<IActionResult> DoneAsync(Outcome<ReportStand> outcome, string done, CancellationToken ct)
    {
        if (outcome.Refusal is { } refusal)
        {
            return refusal.Code switch
            {
                "forbidden" => Forbid(),
                "report-not-found" => NotFound(),
                _ => await RefusedAsync(refusal, ct),
            };
        }

        var filter = ReviewQuery.Read(Request.Query);
        TempData["Notice"] = $"{done}：{await NamedItem.OfReportAsync(db, Id, ct)}。";

        // The one that was decided has left the queue: whoever came through it goes on with the next.
        return Guid.TryParse(Request.Query["next"], out var next)
            ? Redirect($"/review/{next}?{ReviewQuery.Write(filter)}")
            : Redirect($"/review?{ReviewQuery.Write(filter)}");
    }

    private async Task<IActionResult> RefusedAsync(Refusal refusal, CancellationToken ct)
    {
        Refusal = refusal;
        return await ShowAsync(ct);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        var review = await readReview.ExecuteAsync(Id, ct);
        if (review.Refusal is { } refusal)
        {
            return refusal.Code == "forbidden" ? Forbid() : NotFound();
        }

        Review = review.Value;
        Reasons = (await db.OfficeWords.AsNoTracking().SingleOrDefaultAsync(ct) ?? new OfficeWords { GovernmentId = db.Access.GovernmentId }).ReturnReasons;
        var filter = ReviewQuery.Read(Request.Query);
        Query = ReviewQuery.Write(filter);
        var ids = await readQueue.IdsAsync(filter, ct);
        var at = ids.IndexOf(Id);
        (Place, Count) = (at + 1, ids.Count);
        PreviousId = at > 0 ? ids[at - 1] : null;
        NextId = at >= 0 && at + 1 < ids.Count ? ids[at + 1] : at < 0 ? ids.Cast<Guid?>().FirstOrDefault() : null;
        Until ??= Review.OfferedDeadline;
        if (HttpMethods.IsGet(Request.Method))
        {
            (Version, Judgement, Reason) = (Review.Report.Version, Review.Report.Judgement, Review.Report.ReturnReason);
        }

        return Page();
    }
}
