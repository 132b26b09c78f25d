using System.Text.RegularExpressions;
using System.Xml.Linq;
using Luoshi.Core.Meetings;
using Luoshi.Documents.Reading;

namespace Luoshi.Documents.Writing;

/// <summary>
/// The placeholders of a template: <c>{{政府名称}}</c>, <c>{{会议日期}}</c>, <c>{{期别}}</c> and <c>{{标题}}</c> anywhere in a line,
/// <c>{{目录}}</c> and <c>{{各领导表}}</c> alone in one.
/// </summary>
internal static partial class TemplateText
{
    public const string Contents = "目录";
    public const string Sections = "各领导表";

    private static readonly string[] s_words = ["政府名称", "会议日期", "期别", "标题"];
    private static readonly XNamespace s_w = WordMarkup.Namespace;

    /// <summary>The line's text as a reader sees it: Word tears a word into runs wherever it was typed in two goes.</summary>
    public static string Of(XElement paragraph) => string.Concat(Texts(paragraph).Select(text => text.Value));

    /// <summary>Whether the paragraph is this placeholder and nothing else.</summary>
    public static bool Is(XElement paragraph, string name) => Pattern().Match(Of(paragraph).Trim()) is { Success: true, Index: 0 } match
        && match.Length == Of(paragraph).Trim().Length && match.Groups[1].Value == name;

    /// <exception cref="RefusedDocumentException">A placeholder nobody knows, or one that must stand alone and does not.</exception>
    public static void Check(XElement root, string where)
    {
        var line = 0;
        foreach (var paragraph in root.Descendants(s_w + "p"))
        {
            line++;
            foreach (Match match in Pattern().Matches(Of(paragraph)))
            {
                var name = match.Groups[1].Value;
                var place = $"{where}第{line}段“{Short(Of(paragraph))}”";
                if (name is Contents or Sections)
                {
                    if (!Is(paragraph, name) || paragraph.Parent?.Name != s_w + "body")
                    {
                        throw new RefusedDocumentException("template-placeholder-misplaced", $"模板{place}：{{{{{name}}}}} 要单独成段，放在正文里，不能在表格、文本框、页眉页脚中，也不能和别的文字同段。");
                    }
                }
                else if (!s_words.Contains(name))
                {
                    throw new RefusedDocumentException("template-placeholder-unknown", $"模板{place}：不认识占位符 {match.Value}。可用的有：{string.Join('、', s_words.Append(Contents).Append(Sections).Select(word => $"{{{{{word}}}}}"))}。");
                }
            }
        }
    }

    /// <summary>Puts the material's words in place. A placeholder without a value leaves its line empty: the page keeps its balance.</summary>
    public static void Fill(XElement root, MeetingMaterial material)
    {
        foreach (var paragraph in root.DescendantsAndSelf(s_w + "p"))
        {
            Replace(paragraph, material);
        }
    }

    private static void Replace(XElement paragraph, MeetingMaterial material)
    {
        // From the last to the first, so that what stands before keeps its place.
        foreach (var match in Pattern().Matches(Of(paragraph)).Reverse())
        {
            var at = 0;
            var value = XmlText.Clean(Value(match.Groups[1].Value, material));
            foreach (var text in Texts(paragraph))
            {
                var length = text.Value.Length;
                var from = Math.Clamp(match.Index - at, 0, length);
                var to = Math.Clamp(match.Index + match.Length - at, 0, length);
                if (to > from)
                {
                    // The run in which the placeholder begins gives the value its look.
                    text.Value = text.Value[..from] + value + text.Value[to..];
                    text.SetAttributeValue(XNamespace.Xml + "space", "preserve");
                    value = "";
                }

                at += length;
            }
        }
    }

    private static string Value(string name, MeetingMaterial material) => name switch
    {
        "政府名称" => material.Government ?? "",
        "会议日期" => material.Date?.InWords() ?? material.Period?.InWords() ?? "",
        "期别" => material.Period?.InWords() ?? "",
        "标题" => material.Heading,
        _ => throw new InvalidOperationException($"Placeholder without a value: {name}"),
    };

    private static IEnumerable<XElement> Texts(XElement paragraph) => paragraph.Descendants(s_w + "t").Where(text => text.Ancestors(s_w + "p").First() == paragraph);

    private static string Short(string text) => text.Length <= 30 ? text : text[..30] + "…";

    [GeneratedRegex(@"\{\{\s*([^{}]*?)\s*\}\}")]
    private static partial Regex Pattern();
}
