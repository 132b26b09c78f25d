using System.Net;
using System.Text;

namespace Luoshi.Documents.Reading.Text;

/// <summary>Text of a web page while it is gathered: white space collapsed as browsers do, and not kept where a line was only wrapped between two Chinese characters.</summary>
internal sealed class FlowingText(ReadBudget budget)
{
    private readonly StringBuilder _text = new();
    private bool _space;
    private bool _wrapped;

    public int Length => _text.Length;

    public void Append(ReadOnlySpan<char> html)
    {
        var decoded = html.Contains('&') ? WebUtility.HtmlDecode(html.ToString()) : html;
        foreach (var c in decoded)
        {
            if (char.IsWhiteSpace(c) && c != '\u3000')
            {
                _space = true;
                _wrapped |= c is '\n' or '\r';
                continue;
            }

            AppendSpace(c);
            _text.Append(c);
        }

        budget.CheckCellLength(_text.Length);
    }

    /// <summary>Ends a line; several in a row end one.</summary>
    public void Break()
    {
        Space();
        (_space, _wrapped) = (false, false);
        if (_text.Length > 0 && _text[^1] != '\n')
        {
            _text.Append('\n');
        }
    }

    /// <summary>Parts what comes from what was, if not parted already.</summary>
    public void Space() => _space = true;

    /// <summary>The text since <paramref name="start"/>, taken off the end.</summary>
    public string Cut(int start)
    {
        var cut = _text.ToString(start, _text.Length - start);
        _text.Length = start;
        return cut;
    }

    /// <summary>The text, tidied; nothing is left.</summary>
    public string Take()
    {
        (_space, _wrapped) = (false, false);
        return CellText.Tidy(Cut(0));
    }

    private void AppendSpace(char next)
    {
        if (_space && _text.Length > 0 && _text[^1] != '\n' && !(_wrapped && IsChinese(_text[^1]) && IsChinese(next)))
        {
            _text.Append(' ');
        }

        (_space, _wrapped) = (false, false);
    }

    private static bool IsChinese(char c) => c is >= '\u2E80' and <= '\uD7FF' or >= '\uF900' and <= '\uFAFF' or >= '\uFF00' or >= '\u2014' and <= '\u201D';
}
