namespace Luoshi.Documents.Reading.Docx;

/// <summary>
/// The fields (<c>w:fldChar</c>) that are open within the current paragraph. A field has an instruction, which nobody sees, and after
/// the separator a result, which is text. Fields that a broken file never closes end with their paragraph and swallow nothing more.
/// </summary>
internal sealed class OpenFields
{
    private const int LongestName = 20;

    private readonly Stack<bool> _inResult = new();
    private readonly char[] _instruction = new char[LongestName];
    private int _instructions;
    private int _instructionLength;

    /// <summary>Whether text that comes now is seen: not part of any instruction.</summary>
    public bool ShowText => _instructions == 0;

    public void Begin()
    {
        _inResult.Push(false);
        _instructions++;
        _instructionLength = 0;
    }

    /// <summary>The separator: the instruction of the innermost field is complete.</summary>
    /// <returns>Whether that field fetches from outside the document.</returns>
    public bool BeginResult()
    {
        if (!_inResult.TryPop(out var already))
        {
            return false;
        }

        _inResult.Push(true);
        if (already)
        {
            return false;
        }

        _instructions--;
        return FetchesFromOutside(_instruction.AsSpan(0, _instructionLength));
    }

    /// <returns>Whether the field that ends has no result and fetches from outside the document.</returns>
    public bool End()
    {
        if (!_inResult.TryPop(out var hadResult) || hadResult)
        {
            return false;
        }

        _instructions--;
        return FetchesFromOutside(_instruction.AsSpan(0, _instructionLength));
    }

    /// <summary>Takes in a piece of an instruction; Word may cut it anywhere. Only the field's name at its beginning matters.</summary>
    public void AddInstruction(ReadOnlySpan<char> piece)
    {
        var text = _instructionLength == 0 ? piece.TrimStart() : piece;
        var taken = text[..Math.Min(text.Length, LongestName - _instructionLength)];
        taken.CopyTo(_instruction.AsSpan(_instructionLength));
        _instructionLength += taken.Length;
    }

    public void Clear()
    {
        _inResult.Clear();
        _instructions = 0;
        _instructionLength = 0;
    }

    public static bool FetchesFromOutside(ReadOnlySpan<char> instruction)
    {
        var name = instruction.Trim();
        var space = name.IndexOf(' ');
        name = space < 0 ? name : name[..space];
        return name.Equals("DDEAUTO", StringComparison.OrdinalIgnoreCase)
            || name.Equals("DDE", StringComparison.OrdinalIgnoreCase)
            || name.Equals("LINK", StringComparison.OrdinalIgnoreCase)
            || name.Equals("INCLUDETEXT", StringComparison.OrdinalIgnoreCase);
    }
}
