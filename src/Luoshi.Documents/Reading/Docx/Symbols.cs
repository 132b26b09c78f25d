using System.Globalization;

namespace Luoshi.Documents.Reading.Docx;

/// <summary>
/// Characters set in a symbol font, where the code says nothing without the font: ticks, crosses and boxes, with which forms are filled in.
/// </summary>
internal static class Symbols
{
    private const int PrivateUse = 0xF000;

    /// <summary>The character of a <c>w:sym</c>; null for one that has no meaning outside its font.</summary>
    public static char? Read(string? font, string? code)
    {
        if (!int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value) || value is < 0x20 or > 0xFFFF)
        {
            return null;
        }

        // Word writes the code with or without the offset into the private-use area.
        var plain = value is >= PrivateUse and <= PrivateUse + 0xFF ? value - PrivateUse : value;
        return font switch
        {
            "Wingdings" => Wingdings(plain),
            "Wingdings 2" => Wingdings2(plain),
            _ when value >= PrivateUse || char.IsSurrogate((char)value) => null,
            _ => (char)value,
        };
    }

    private static char? Wingdings(int code) => code switch
    {
        0x6C => '●',
        0x6E => '■',
        0x6F or 0xA8 => '□',
        0x75 => '◆',
        0xA1 => '○',
        0xFB => '×',
        0xFC => '√',
        0xFD => '☒',
        0xFE => '☑',
        _ => null,
    };

    private static char? Wingdings2(int code) => code switch
    {
        0x4F => '×',
        0x50 => '√',
        0x51 or 0x54 => '☒',
        0x52 => '☑',
        0x2A or 0xA3 => '□',
        _ => null,
    };
}
