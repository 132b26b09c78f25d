using System.Text.Encodings.Web;
using System.Text.Unicode;
using Luoshi.Core;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Luoshi.Web;

/// <summary>What was refused, told under the field that it is about.</summary>
public static class FieldErrors
{
    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Notes a refusal on a field; on none, it is of the whole form.</summary>
    public static void Refuse(this ModelStateDictionary state, string field, Refusal refusal) => state.AddModelError(field, refusal.Message);

    /// <summary>Notes a refusal on the field that its code is about, where <paramref name="fields"/> names one; else it is of the whole form.</summary>
    public static void Refuse(this ModelStateDictionary state, Refusal refusal, params IEnumerable<(string Code, string Field)> fields) =>
        state.AddModelError(fields.FirstOrDefault(field => field.Code == refusal.Code).Field ?? "", refusal.Message);

    /// <summary>The sentence under the field, with the id that <c>aria-describedby</c> names; nothing where all is well.</summary>
    public static IHtmlContent FieldError(this IHtmlHelper html, string field) => MessageOf(html.ViewData.ModelState, field) is { } message
        ? new HtmlString($"<p class=\"error\" id=\"{field}-error\">{s_encoder.Encode(message)}</p>")
        : HtmlString.Empty;

    /// <summary>The sentence above a form for what is about none of its fields; nothing where all is well.</summary>
    public static IHtmlContent FormError(this IHtmlHelper html) => MessageOf(html.ViewData.ModelState, "") is { } message
        ? new HtmlString($"<div class=\"errors\" role=\"alert\">{s_encoder.Encode(message)}</div>")
        : HtmlString.Empty;

    /// <summary><c>has-error</c> for the field's frame, or nothing.</summary>
    public static string? FieldClass(this IHtmlHelper html, string field) => MessageOf(html.ViewData.ModelState, field) is null ? null : "has-error";

    /// <summary>The id of the sentence, for <c>aria-describedby</c>; null where all is well.</summary>
    public static string? FieldErrorId(this IHtmlHelper html, string field) => MessageOf(html.ViewData.ModelState, field) is null ? null : $"{field}-error";

    private static string? MessageOf(ModelStateDictionary state, string field) =>
        state.TryGetValue(field, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;
}
