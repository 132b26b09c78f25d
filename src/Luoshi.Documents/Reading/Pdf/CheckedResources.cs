using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Luoshi.Documents.Reading.Pdf;

/// <summary>
/// Looks at every font before the library loads it. A font may say in thirty bytes that two thousand million codes have a width or a
/// meaning, and the library would write them all down; and the outlines of a Chinese font are megabytes that reading needs nothing of.
/// Colours and patterns, which may be programs, are not loaded at all.
/// </summary>
internal sealed partial class CheckedResources(IResourceStore inner, IPdfTokenScanner scanner, ILookupFilterProvider filters) : IResourceStore
{
    private const int HighestCode = 65_535;

    /// <summary>Sixty fonts that map every code there is.</summary>
    private const double MostCodes = 4_000_000;

    private readonly HashSet<IndirectReference> _seen = [];
    private double _codes;

    public void LoadResourceDictionary(DictionaryToken resourceDictionary)
    {
        if (resourceDictionary.TryGet(NameToken.Font, scanner, out DictionaryToken? fonts))
        {
            foreach (var font in fonts.Data.Values)
            {
                Check(font);
            }
        }

        inner.LoadResourceDictionary(resourceDictionary.Without(NameToken.ColorSpace).Without(NameToken.Pattern).Without(NameToken.Shading));
    }

    public IFont GetFontDirectly(IndirectReferenceToken fontReferenceToken)
    {
        Check(fontReferenceToken);
        return inner.GetFontDirectly(fontReferenceToken);
    }

    public void UnloadResourceDictionary() => inner.UnloadResourceDictionary();

    public IFont? GetFont(NameToken name) => inner.GetFont(name);

    public bool TryGetXObject(NameToken name, out StreamToken stream) => inner.TryGetXObject(name, out stream!);

    public bool TryGetXObjectReference(NameToken name, out IndirectReference reference) => inner.TryGetXObjectReference(name, out reference);

    public DictionaryToken? GetExtendedGraphicsStateDictionary(NameToken name) => inner.GetExtendedGraphicsStateDictionary(name);

    public bool TryGetNamedColorSpace(NameToken name, out ResourceColorSpace namedColorSpace) =>
        inner.TryGetNamedColorSpace(name, out namedColorSpace);

    public ColorSpaceDetails GetColorSpaceDetails(NameToken? name, DictionaryToken? dictionary) => inner.GetColorSpaceDetails(name, dictionary);

    public ColorSpaceDetails GetDeviceColorSpaceDetails(ColorSpace colorSpace) => inner.GetDeviceColorSpaceDetails(colorSpace);

    public DictionaryToken? GetMarkedContentPropertiesDictionary(NameToken name) => inner.GetMarkedContentPropertiesDictionary(name);

    public IReadOnlyDictionary<NameToken, PatternColor> GetPatterns() => inner.GetPatterns();

    public Shading GetShading(NameToken name) => inner.GetShading(name);

    private static RefusedDocumentException Damaged() =>
        new("damaged-file", "PDF 的字体数据不对，读不出文字。请重新导出 PDF，或提供 Word 文件。");

    private void Check(IToken token)
    {
        if ((token is IndirectReferenceToken reference && !_seen.Add(reference.Data))
            || !DirectObjectFinder.TryGet(token, scanner, out DictionaryToken? font))
        {
            return;
        }

        CheckNumber(font, NameToken.FirstChar);
        CheckNumber(font, NameToken.LastChar);
        CheckCharacterMap(font, NameToken.ToUnicode);
        CheckCharacterMap(font, NameToken.Encoding);
        if (font.TryGet(NameToken.DescendantFonts, scanner, out ArrayToken? descendants))
        {
            foreach (var part in descendants.Data)
            {
                if (DirectObjectFinder.TryGet(part, scanner, out DictionaryToken? descendant))
                {
                    CheckWidths(descendant, NameToken.W, afterRange: 1);
                    CheckWidths(descendant, NameToken.W2, afterRange: 3);
                    LeaveOutlines(descendant);
                }
            }
        }
    }

    private void CheckNumber(DictionaryToken font, NameToken name)
    {
        if (font.TryGet(name, scanner, out NumericToken? number) && number.Double is < 0 or > HighestCode)
        {
            throw Damaged();
        }
    }

    /// <summary>Widths are <c>first [w w …]</c> or <c>first last w</c>; only the second can be large.</summary>
    private void CheckWidths(DictionaryToken font, NameToken name, int afterRange)
    {
        if (!font.TryGet(name, scanner, out ArrayToken? widths))
        {
            return;
        }

        for (var i = 0; i + 1 < widths.Length; i += 2)
        {
            if (DirectObjectFinder.TryGet(widths[i + 1], scanner, out NumericToken? last))
            {
                var first = DirectObjectFinder.TryGet(widths[i], scanner, out NumericToken? number) ? number.Double : throw Damaged();
                CountCodes(first, last.Double);
                i += afterRange;
            }
        }
    }

    private void CountCodes(double first, double last)
    {
        _codes += Math.Max(0, last - first) + 1;
        if (first < 0 || _codes > MostCodes)
        {
            throw Damaged();
        }
    }

    private void CheckCharacterMap(DictionaryToken font, NameToken name)
    {
        if (!font.TryGet(name, scanner, out StreamToken? stream))
        {
            return;
        }

        var map = Encoding.Latin1.GetString(stream.Decode(filters, scanner).Span);
        foreach (var section in RangeSection().EnumerateMatches(map))
        {
            var start = section.Index + section.Length;
            var end = map.IndexOf("end", start, StringComparison.Ordinal);

            // Nothing but plain ranges stands in the sections of real files; what does not match could hide one.
            if (end < 0 || !OnlyRanges().IsMatch(map.AsSpan(start, end - start)))
            {
                throw Damaged();
            }

            foreach (Match range in Range().Matches(map[start..end]))
            {
                CountCodes(Code(range.Groups[1]), Code(range.Groups[2]));
            }
        }
    }

    private static double Code(Group hex) =>
        uint.TryParse(hex.ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) ? code : throw Damaged();

    /// <summary>Text needs widths and meanings, not shapes.</summary>
    private void LeaveOutlines(DictionaryToken font)
    {
        if (font.TryGet(NameToken.FontDescriptor, out var token) && token is IndirectReferenceToken reference
            && DirectObjectFinder.TryGet(token, scanner, out DictionaryToken? descriptor))
        {
            scanner.ReplaceToken(reference.Data, descriptor.Without(NameToken.FontFile).Without(NameToken.FontFile2).Without(NameToken.FontFile3));
        }
    }

    [GeneratedRegex("begin(?:bf|cid|notdef)range")]
    private static partial Regex RangeSection();

    [GeneratedRegex(@"^\s*(?><[0-9A-Fa-f]+>\s*<[0-9A-Fa-f]+>\s*(?><[0-9A-Fa-f\s]*>|\[[^\[\]%()]*\]|\d+)\s*)*$")]
    private static partial Regex OnlyRanges();

    [GeneratedRegex(@"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<[0-9A-Fa-f\s]*>|\[[^\[\]]*\]|\d+)")]
    private static partial Regex Range();
}
