using System.Globalization;
using Luoshi.Core.Reading;

namespace Luoshi.Documents.Reading.Text;

/// <summary>Reads web pages and what Word, Excel, WPS and browsers put on the clipboard. A nested table is text of the cell it stands in.</summary>
internal sealed class HtmlReader(string html, BlockCollector blocks, int? line = null)
{
    private const int BeginningLength = 4096;

    private readonly FlowingText _text = new(blocks.Budget);
    private HtmlTable? _table;
    private int _tables;
    private int _nestedTables;
    private int _depth;
    private int _tableDepth;
    private int? _marker;
    private int _markerSpans;

    /// <summary>Whether the whole text is a web page or a clipboard's description of one. Prose with a tag in it is neither.</summary>
    public static bool Recognises(string text)
    {
        var beginning = text.AsSpan().TrimStart();
        beginning = beginning[..Math.Min(BeginningLength, beginning.Length)];
        if (beginning.StartsWith("Version:", StringComparison.OrdinalIgnoreCase))
        {
            return beginning.Contains("StartHTML:", StringComparison.OrdinalIgnoreCase);
        }

        if (beginning.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
        {
            // Converters write each table of a Markdown file as a page of its own.
            var end = text.IndexOf("</html>", StringComparison.OrdinalIgnoreCase);
            return end < 0 || text.AsSpan(end + "</html>".Length).IsWhiteSpace();
        }

        return beginning.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || beginning.StartsWith("<head", StringComparison.OrdinalIgnoreCase)
            || beginning.StartsWith("<body", StringComparison.OrdinalIgnoreCase)
            || beginning.StartsWith("<meta", StringComparison.OrdinalIgnoreCase)
            || beginning.StartsWith("<!--StartFragment", StringComparison.OrdinalIgnoreCase)
            || (beginning.StartsWith("<?xml") && beginning.Contains("<html", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Reads the whole text.</summary>
    public void Read()
    {
        // The clipboard's own header is lines of numbers before the first tag.
        var start = html.AsSpan().TrimStart().StartsWith("Version:", StringComparison.OrdinalIgnoreCase) ? html.IndexOf('<') : 0;
        if (start >= 0)
        {
            Read(start, untilTableEnds: false);
        }
    }

    /// <summary>Reads the table that begins at <paramref name="start"/>.</summary>
    /// <returns>The place after it.</returns>
    public int ReadTable(int start) => Read(start, untilTableEnds: true);

    private int Read(int start, bool untilTableEnds)
    {
        var tokens = new HtmlTokens(html, start);
        while (tokens.Read(blocks.Budget))
        {
            switch (tokens.Kind)
            {
                case HtmlTokenKind.Text:
                    _text.Append(tokens.Content);
                    break;
                case HtmlTokenKind.Open:
                    Open(ref tokens);
                    break;
                case HtmlTokenKind.Close:
                    Close(tokens.Name);
                    if (untilTableEnds && _tables > 0 && _table is null)
                    {
                        return tokens.Position;
                    }

                    break;
            }
        }

        EndTable();
        EndParagraph();
        return tokens.Position;
    }

    private void Open(ref HtmlTokens tag)
    {
        var element = HtmlElements.Of(tag.Name);
        blocks.Budget.CountElement(_depth + 1);
        if (element == HtmlElement.Unread)
        {
            tag.SkipContent(tag.Name);
            return;
        }

        var style = tag.Attribute("style");
        var hidden = IsHidden(style) || tag.HasAttribute("hidden");
        // A hidden tbody has rows that count.
        if (hidden && element is (HtmlElement.Inline or HtmlElement.Block or HtmlElement.OpenEnded) && !tag.Name.StartsWith("t", StringComparison.OrdinalIgnoreCase))
        {
            SkipHidden(ref tag);
            return;
        }

        switch (element)
        {
            case HtmlElement.Inline:
                _depth++;
                StartMarker(tag.Name, style);
                break;
            case HtmlElement.Block:
                _depth++;
                EndLine();
                break;
            case HtmlElement.OpenEnded:
                EndLine();
                break;
            case HtmlElement.LineBreak:
                _text.Break();
                break;
            case HtmlElement.Table:
                StartTable();
                break;
            case HtmlElement.Row:
                StartRow(hidden);
                break;
            case HtmlElement.Cell:
                StartCell(Number(tag.Attribute("colspan"), 1), Number(tag.Attribute("rowspan"), 1), hidden);
                break;
            case HtmlElement.Column when _nestedTables == 0:
                _table?.DeclareColumns(Number(tag.Attribute("span"), 1), hidden);
                break;
            case HtmlElement.Column or HtmlElement.Void or HtmlElement.Unread:
                break;
        }
    }

    private void Close(ReadOnlySpan<char> name)
    {
        switch (HtmlElements.Of(name))
        {
            case HtmlElement.Inline:
                _depth = Math.Max(0, _depth - 1);
                EndMarker(name);
                break;
            case HtmlElement.Block:
                _depth = Math.Max(0, _depth - 1);
                EndLine();
                break;
            case HtmlElement.OpenEnded:
                EndLine();
                break;
            case HtmlElement.LineBreak:
                _text.Break();
                break;
            case HtmlElement.Table when _nestedTables > 0:
                _nestedTables--;
                _depth = Math.Max(0, _depth - 1);
                _text.Break();
                break;
            case HtmlElement.Table:
                EndTable();
                break;
            case HtmlElement.Row when _nestedTables == 0:
                EndCell();
                _table?.EndRow();
                break;
            case HtmlElement.Cell when _nestedTables == 0:
                EndCell();
                break;
            case HtmlElement.Row or HtmlElement.Cell:
                _text.Space();
                break;
            case HtmlElement.Column or HtmlElement.Void or HtmlElement.Unread:
                break;
        }
    }

    private void StartTable()
    {
        _depth++;
        if (_table is not null)
        {
            _nestedTables++;
            _text.Break();
            return;
        }

        EndParagraph();
        _tableDepth = _depth;
        _table = new HtmlTable(blocks, ++_tables, line);
    }

    private void StartRow(bool hidden)
    {
        if (_nestedTables > 0)
        {
            _text.Break();
            return;
        }

        EndCell();
        _table?.StartRow(hidden);
        _depth = _table is null ? _depth : _tableDepth;
    }

    private void StartCell(int columns, int rows, bool hidden)
    {
        if (_nestedTables > 0)
        {
            _text.Space();
            return;
        }

        EndCell();
        _table?.StartCell(columns, rows, hidden);
        _depth = _table is null ? _depth : _tableDepth;
    }

    private void EndCell()
    {
        if (_table is { InCell: true })
        {
            _table.EndCell(TakeText());
        }
        else
        {
            EndParagraph();
        }
    }

    private void EndTable()
    {
        EndCell();
        _table?.Finish();
        _depth = _table is null ? _depth : _tableDepth - 1;
        (_table, _nestedTables) = (null, 0);
    }

    private void EndLine()
    {
        if (_table is { InCell: true })
        {
            _text.Break();
        }
        else
        {
            EndParagraph();
        }
    }

    private void EndParagraph() => blocks.AddParagraph(TakeText(), new SourceLocation(Line: line));

    private string TakeText()
    {
        _marker = null;
        return _text.Take();
    }

    /// <summary>Passes over an element nobody sees, up to its own end or that of the cell it stands in.</summary>
    private void SkipHidden(ref HtmlTokens tag)
    {
        var name = tag.Name;
        var level = 1;
        var said = false;
        var before = tag;
        while (level > 0 && tag.Read(blocks.Budget))
        {
            said |= tag.Kind == HtmlTokenKind.Text && !tag.Content.IsWhiteSpace();
            if (HtmlElements.Of(tag.Name) is HtmlElement.Cell or HtmlElement.Row or HtmlElement.Table)
            {
                tag = before;
                break;
            }

            level += !tag.Name.Equals(name, StringComparison.OrdinalIgnoreCase) ? 0 : tag.Kind == HtmlTokenKind.Open ? 1 : -1;
            before = tag;
        }

        if (said)
        {
            blocks.Report(ProblemSeverity.Info, "hidden-text", "有隐藏的文字，没有读入。", new SourceLocation(Line: line, Table: _table is null ? null : _tables));
        }
    }

    private void StartMarker(ReadOnlySpan<char> name, ReadOnlySpan<char> style)
    {
        if (!name.Equals("span", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        if (_marker is not null)
        {
            _markerSpans++;
        }
        else if (style.Contains("mso-list:", StringComparison.OrdinalIgnoreCase) && style.Contains("Ignore", StringComparison.OrdinalIgnoreCase))
        {
            (_marker, _markerSpans) = (_text.Length, 1);
        }
    }

    /// <summary>Word writes a list's numbers and bullets into the text. A number is text; a bullet, often a letter of a symbol font, is none.</summary>
    private void EndMarker(ReadOnlySpan<char> name)
    {
        if (_marker is not { } start || !name.Equals("span", StringComparison.OrdinalIgnoreCase) || --_markerSpans > 0)
        {
            return;
        }

        _marker = null;
        var marker = _text.Cut(start).Trim();
        if (marker.Length > 1 || (marker.Length == 1 && char.IsDigit(marker[0])))
        {
            _text.Append(marker);
        }
    }

    private static bool IsHidden(ReadOnlySpan<char> style)
    {
        var display = style.IndexOf("display", StringComparison.OrdinalIgnoreCase);
        return display >= 0 && style[(display + "display".Length)..].TrimStart(" :").StartsWith("none", StringComparison.OrdinalIgnoreCase);
    }

    private static int Number(ReadOnlySpan<char> value, int otherwise) =>
        int.TryParse(value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
