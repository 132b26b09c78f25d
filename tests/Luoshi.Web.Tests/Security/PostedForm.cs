using System.Net;
using System.Text.RegularExpressions;

namespace Luoshi.Web.Tests.Security;

/// <summary>A form of one of our pages as a browser would send it that fills every empty field with something.</summary>
internal sealed partial record PostedForm(string Action, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    /// <summary>The address without what names one row: forms that differ in nothing else are one.</summary>
    public string Pattern => Row().Replace(Action, "{id}");

    /// <summary>The forms of a page that post, one for each button that leads elsewhere.</summary>
    public static IEnumerable<PostedForm> Of(string html, string page)
    {
        foreach (Match form in Forms().Matches(html))
        {
            var (head, body) = (form.Groups["head"].Value, form.Groups["body"].Value);
            if (!head.Contains("method=\"post\"", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var fields = FieldsOf(body).ToList();
            var action = Attribute(head, "action") is { Length: > 0 } named ? named : page;
            foreach (var button in Buttons().Matches(body).Select(match => match.Groups["head"].Value).Where(button => !button.Contains("type=\"button\"", StringComparison.Ordinal)).DistinctBy(button => (Attribute(button, "formaction"), Attribute(button, "name"))))
            {
                var own = Attribute(button, "name") is { Length: > 0 } name ? fields.Append(new(name, Attribute(button, "value") ?? "")) : fields;
                yield return new PostedForm(Attribute(button, "formaction") ?? action, [.. own]);
            }
        }
    }

    /// <summary>Where the forms of a page that only ask lead to when they are filled: its filters, the search.</summary>
    public static IEnumerable<string> AskedOf(string html, string page)
    {
        foreach (Match form in Forms().Matches(html))
        {
            var (head, body) = (form.Groups["head"].Value, form.Groups["body"].Value);
            if (head.Contains("method=\"post\"", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var action = Attribute(head, "action") is { Length: > 0 } named ? named : page.Split('?')[0];
            yield return $"{action}?{string.Join('&', FieldsOf(body).Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"))}";
        }
    }

    /// <summary>The addresses of a page that lead on within the site.</summary>
    public static IEnumerable<string> Links(string html) => Anchors().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups["to"].Value)).Where(to => to.StartsWith('/') && !to.StartsWith("/assets", StringComparison.Ordinal));

    public static string PatternOf(string address) => Row().Replace(address.Split('?')[0], "{id}");

    private static IEnumerable<KeyValuePair<string, string>> FieldsOf(string body)
    {
        var chosen = new HashSet<string>();
        foreach (Match input in Inputs().Matches(body))
        {
            var head = input.Groups["head"].Value;
            var (name, type, value) = (Attribute(head, "name"), Attribute(head, "type") ?? "text", Attribute(head, "value") ?? "");
            if (name is null || type is "file" or "submit" || head.Contains(" disabled", StringComparison.Ordinal))
            {
                continue;
            }

            if (type is "radio" or "checkbox")
            {
                // The first of each choice, where none is made.
                if (head.Contains("checked", StringComparison.Ordinal) || chosen.Add(name))
                {
                    chosen.Add(name);
                    yield return new(name, value.Length == 0 ? "true" : value);
                }

                continue;
            }

            yield return new(name, value.Length > 0 || type == "hidden" ? value : Filling(type, head));
        }

        foreach (Match area in Areas().Matches(body))
        {
            var text = WebUtility.HtmlDecode(area.Groups["text"].Value).Trim();
            yield return new(Attribute(area.Groups["head"].Value, "name") ?? "", text.Length > 0 ? text : "经核对，情况属实。");
        }

        foreach (Match select in Selects().Matches(body))
        {
            var options = Options().Matches(select.Groups["text"].Value).Select(match => match.Groups["head"].Value).ToList();
            var option = options.Find(head => head.Contains("selected", StringComparison.Ordinal) && Attribute(head, "value") is { Length: > 0 }) ?? options.Find(head => Attribute(head, "value") is { Length: > 0 });
            yield return new(Attribute(select.Groups["head"].Value, "name") ?? "", option is null ? "" : Attribute(option, "value") ?? "");
        }
    }

    private static string Filling(string type, string head) => type switch
    {
        "number" => Attribute(head, "min") is { Length: > 0 } least ? least : "1",
        "date" => "2024-08-15",
        "datetime-local" => "2024-08-15T12:00",
        "time" => "17:30",
        "month" => "2024-08",
        _ => "测试",
    };

    private static string? Attribute(string head, string name) =>
        Regex.Match(head, $"(^|\\s){name}=\"(?<value>[^\"]*)\"") is { Success: true } match ? WebUtility.HtmlDecode(match.Groups["value"].Value) : null;

    [GeneratedRegex("<form(?<head>[^>]*)>(?<body>.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<button(?<head>[^>]*)>")]
    private static partial Regex Buttons();

    [GeneratedRegex("<input(?<head>[^>]*)>")]
    private static partial Regex Inputs();

    [GeneratedRegex("<textarea(?<head>[^>]*)>(?<text>.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex Areas();

    [GeneratedRegex("<select(?<head>[^>]*)>(?<text>.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex Selects();

    [GeneratedRegex("<option(?<head>[^>]*)>")]
    private static partial Regex Options();

    [GeneratedRegex("<a [^>]*href=\"(?<to>[^\"#]+)")]
    private static partial Regex Anchors();

    [GeneratedRegex("[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}")]
    private static partial Regex Row();
}

internal static class SentForms
{
    /// <summary>Opens a page and sends the form of it that leads to an address, filled as it stands but for <paramref name="others"/>.</summary>
    public static async Task<HttpResponseMessage> SendFormAsync(this Site.Visitor visitor, string page, string action, params (string Name, string Value)[] others) =>
        await visitor.SendFormOfAsync(await visitor.ReadAsync(page), page, action, others);

    /// <summary>The same where the page was the answer to another form.</summary>
    public static async Task<HttpResponseMessage> SendFormOfAsync(this Site.Visitor visitor, string html, string page, string action, params (string Name, string Value)[] others)
    {
        var forms = PostedForm.Of(html, page).ToList();
        var form = forms.Find(form => form.Action == action) ?? forms.Find(form => form.Action.Contains(action, StringComparison.OrdinalIgnoreCase));
        Assert.True(form is not null, $"{page} has no form that leads to {action}: {string.Join(", ", forms.Select(known => known.Action))}");
        using var content = new FormUrlEncodedContent(form.Fields.Where(field => others.All(other => other.Name != field.Key)).Concat(others.Select(other => new KeyValuePair<string, string>(other.Name, other.Value))));
        return await visitor.Http.PostAsync(new Uri(form.Action, UriKind.Relative), content);
    }
}
