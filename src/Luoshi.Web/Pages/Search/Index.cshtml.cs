using Luoshi.App.Searching;
using Luoshi.Core.Quantities;
using Luoshi.Core.Searching;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Luoshi.Web.Pages.Search;

/// <summary>检索 — a word in tasks, returns, doubts and instructions, as far as the person may read.</summary>
public sealed class IndexModel(FindTexts find) : PageModel
{
    private const int Around = 42;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>Where the page begins; see <see cref="FoundPage.Next"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public long? After { get; set; }

    public FoundPage? Found { get; private set; }

    public string? Message { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var outcome = await find.ExecuteAsync(Q, After, ct);
        if (outcome.Refusal?.Code == "forbidden")
        {
            return Forbid();
        }

        // Nobody is told off for opening the page.
        Message = Q is null ? null : outcome.Refusal?.Message;
        Found = outcome.Refusal is null ? outcome.Value : null;
        return Page();
    }

    /// <summary>The text around the first place where the word stands, every place in it marked.</summary>
    public IHtmlContent Excerpt(string text)
    {
        var spans = FoldedText.Of(text).Find(Found!.FoldedWord).ToList();
        if (spans.Count == 0)
        {
            return new HtmlContentBuilder().Append(TaskMarks.Clip(text, Around * 3));
        }

        var start = Whole(text, Math.Max(0, spans[0].Start - Around));
        var end = Whole(text, Math.Min(text.Length, spans[0].End + (Around * 2)));
        var inside = spans.Where(span => span.Start >= start && span.End <= end).Select(span => (new TextSpan(span.Start - start, span.Length), "found"));
        return new HtmlContentBuilder().Append(start > 0 ? "…" : "").AppendHtml(Marks.Marked(text[start..end], inside)).Append(end < text.Length ? "…" : "");
    }

    private static int Whole(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
