using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Luoshi.Documents.Reading.Pdf;

/// <summary>
/// Every stream of the file is unpacked here, so that what comes out is counted while it grows. Only what text needs is offered:
/// pictures are never unpacked, and LZW and run lengths, which no office program of this century writes around text, could not be counted.
/// </summary>
internal sealed class PdfFilters(ReadBudget budget) : IFilterProvider
{
    /// <summary>More objects than twenty megabytes can hold.</summary>
    private const double MostObjects = 2_000_000;

    private readonly TextFilters _filters = new(Filters(budget));

    public ReadBudget Budget => budget;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary)
    {
        // The library asks this of every stream before it looks inside, also of the file's own table of contents. What that table claims
        // of itself would be filled in entry by entry.
        const double widestEntry = 16;
        CheckClaim(dictionary, NameToken.Size, MostObjects);
        CheckClaim(dictionary, NameToken.Index, MostObjects);
        CheckClaim(dictionary, NameToken.W, widestEntry);

        return _filters.GetFilters(dictionary);
    }

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => _filters.GetNamedFilters(names);

    public IReadOnlyList<IFilter> GetAllFilters() => _filters.GetAllFilters();

    private static void CheckClaim(DictionaryToken dictionary, NameToken name, double most)
    {
        var claimed = dictionary.Data.GetValueOrDefault(name.Data) switch
        {
            NumericToken number => Math.Abs(number.Double),
            ArrayToken numbers => numbers.Data.OfType<NumericToken>().Sum(n => Math.Abs(n.Double)),
            _ => 0,
        };
        if (claimed > most)
        {
            throw new RefusedDocumentException("damaged-file", "PDF 的目录数据不对，读不出来。请重新导出 PDF，或提供 Word 文件。");
        }
    }

    private static Dictionary<string, IFilter> Filters(ReadBudget budget)
    {
        var flate = new CountingFlateFilter(budget);
        var hex = new AsciiHexDecodeFilter();
        var base85 = new Ascii85Filter();
        return new Dictionary<string, IFilter>(StringComparer.Ordinal)
        {
            ["FlateDecode"] = flate,
            ["Fl"] = flate,
            ["ASCIIHexDecode"] = hex,
            ["AHx"] = hex,
            ["ASCII85Decode"] = base85,
            ["A85"] = base85,
        };
    }

    private sealed class TextFilters(Dictionary<string, IFilter> byName) : BaseFilterProvider(byName);

    /// <summary>Inflates under the budget; what the predictor then undoes is no larger than what was inflated.</summary>
    private sealed class CountingFlateFilter(ReadBudget budget) : IFilter
    {
        /// <summary>The largest stream with text in it is a whole Chinese font, some 20 MB.</summary>
        private const int LargestStream = 32_000_000;

        /// <summary>In bits. Tables of a file's objects have rows of a few bytes, and what the file claims is allocated at once.</summary>
        private const int WidestRow = 8_000_000;

        private const int Block = 64 * 1024;

        private readonly FlateFilter _predictors = new();

        public bool IsSupported => true;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            var inflated = Inflate(input);
            var parameters = DecodeParameterResolver.GetFilterParameters(streamDictionary, filterIndex);
            if (!parameters.ContainsKey(NameToken.Predictor))
            {
                return inflated;
            }

            var row = Number(parameters, NameToken.Columns, 1)
                * Number(parameters, NameToken.Colors, 1)
                * Number(parameters, NameToken.BitsPerComponent, 8);
            if (row is < 0 or > WidestRow)
            {
                throw new RefusedDocumentException("damaged-file", "PDF 内部的数据格式不对，读不出来。请重新导出 PDF，或提供 Word 文件。");
            }

            // The library's filter undoes predictors too. What it unpacks a second time has just been found small enough.
            return _predictors.Decode(input, streamDictionary, filterProvider, filterIndex);
        }

        private static double Number(DictionaryToken parameters, NameToken name, double otherwise) =>
            parameters.TryGet(name, out var token) && token is NumericToken number ? number.Double : otherwise;

        private byte[] Inflate(Memory<byte> input)
        {
            const int zlibHeader = 2;
            if (input.Length <= zlibHeader)
            {
                return [];
            }

            using var inflated = new MemoryStream();
            using var deflate = new DeflateStream(new Packages.ReadOnlyMemoryStream(input[zlibHeader..]), CompressionMode.Decompress);
            var buffer = new byte[Math.Min(Block, Math.Max(512, input.Length * 4))];
            try
            {
                int read;
                while ((read = deflate.Read(buffer)) > 0)
                {
                    budget.CountInflated(read);
                    inflated.Write(buffer, 0, read);
                    if (inflated.Length > LargestStream)
                    {
                        throw new RefusedDocumentException("inflates-too-much", "PDF 内有一个部件解压后大得反常，没有读取。请重新导出 PDF 或提供 Word 文件。");
                    }
                }
            }
            catch (InvalidDataException)
            {
                // Files cut short by a gateway end inside a stream: what came before still stands, as in every viewer.
            }

            return inflated.ToArray();
        }
    }
}
