using System.Buffers;
using System.Text;
using Luoshi.Core.Reading;

namespace Luoshi.Documents.Reading.Text;

/// <summary>A file's bytes as characters. What could not be decoded is U+FFFD in the text and a problem beside it.</summary>
internal sealed record DecodedText(string Text, ReadingProblem? Problem)
{
    private const int SampleBytes = 65_536;
    private const char Replacement = '\uFFFD';

    private static readonly Encoding Gb18030 = LegacyEncoding(54936);

    // What no text editor writes. Tabs, line and page breaks, soft breaks and the old end-of-file mark are text.
    private static readonly SearchValues<char> Controls = SearchValues.Create(
        "\0\x01\x02\x03\x04\x05\x06\x07\b\x0E\x0F\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1A\x1B\x1C\x1D\x1E\x1F\x7F");

    /// <exception cref="RefusedDocumentException">The bytes are no text.</exception>
    public static DecodedText Of(ReadOnlySpan<byte> file, ReadBudget budget)
    {
        UnreadableKinds.Refuse(file);
        var (encoding, mark) = Detect(file);
        var text = encoding.GetString(file[mark..]);
        budget.Step();

        var lost = text.AsSpan().Count(Replacement);
        var controls = CountControls(text);
        if (controls * 200L > text.Length || lost * 10L > text.Length)
        {
            throw UnreadableKinds.Binary(file);
        }

        if (controls > 0)
        {
            text = WithoutControls(text);
        }

        return new DecodedText(text, lost == 0 ? null : new ReadingProblem(
            ProblemSeverity.Warning,
            "undecodable-characters",
            $"有 {lost} 处字符无法识别，显示为“{Replacement}”。请核对原文件，或另存为 UTF-8 编码后再试。",
            new SourceLocation(Line: 1 + text.AsSpan(0, text.IndexOf(Replacement)).Count('\n'))));
    }

    private static (Encoding Encoding, int Mark) Detect(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith(Encoding.UTF8.Preamble))
        {
            return (Encoding.UTF8, 3);
        }

        if (file.StartsWith(Encoding.Unicode.Preamble))
        {
            return (Encoding.Unicode, 2);
        }

        if (file.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            return (Encoding.BigEndianUnicode, 2);
        }

        return (Utf16ByZeros(file) ?? (IsMostlyUtf8(file) ? Encoding.UTF8 : Declared(file)), 0);
    }

    /// <summary>
    /// UTF-16 without its mark. Digits and line ends give it zero bytes, which no other text has; on which side they stand does not tell
    /// the byte order (一 has one too), but only the right order gives characters that Chinese offices write.
    /// </summary>
    private static Encoding? Utf16ByZeros(ReadOnlySpan<byte> file)
    {
        var sample = file[..(Math.Min(file.Length, SampleBytes) & ~1)];
        return !sample.Contains((byte)0) ? null
            : IsChineseText(sample, Encoding.Unicode) ? Encoding.Unicode
            : IsChineseText(sample, Encoding.BigEndianUnicode) ? Encoding.BigEndianUnicode
            : null;
    }

    private static bool IsChineseText(ReadOnlySpan<byte> sample, Encoding encoding)
    {
        var text = encoding.GetString(sample);
        var usual = text.Count(c => c is '\t' or '\n' or '\r' or (>= ' ' and <= '~') or (>= '\u2010' and <= '\u203B') or (>= '\u3000' and <= '\u303F') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uFF00' and <= '\uFFEF'));
        return usual * 10L >= text.Length * 9L;
    }

    /// <summary>
    /// Valid UTF-8, or UTF-8 with a few damaged places. GB18030 would accept nearly any byte, so what speaks for UTF-8 is counted:
    /// characters of three bytes, which all Chinese ones are and which other encodings form by accident only now and then.
    /// </summary>
    private static bool IsMostlyUtf8(ReadOnlySpan<byte> file)
    {
        long damaged = 0, threeBytes = 0;
        while (true)
        {
            var next = file.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (next < 0)
            {
                return damaged == 0 || threeBytes > 4 * damaged;
            }

            file = file[next..];
            if (Rune.DecodeFromUtf8(file, out _, out var length) != OperationStatus.Done)
            {
                damaged++;
            }
            else if (length == 3)
            {
                threeBytes++;
            }

            file = file[length..];
        }
    }

    /// <summary>GB18030, unless a web page says that it is Big5.</summary>
    private static Encoding Declared(ReadOnlySpan<byte> file)
    {
        var head = Encoding.Latin1.GetString(file[..Math.Min(file.Length, 2048)]);
        return head.Contains("charset=big5", StringComparison.OrdinalIgnoreCase) || head.Contains("charset=\"big5", StringComparison.OrdinalIgnoreCase)
            ? LegacyEncoding(950)
            : Gb18030;
    }

    private static Encoding LegacyEncoding(int codePage) =>
        CodePagesEncodingProvider.Instance.GetEncoding(codePage, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"))
        ?? throw new InvalidOperationException($"Code page {codePage} is part of the framework.");

    private static int CountControls(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (true)
        {
            var next = text.IndexOfAny(Controls);
            if (next < 0)
            {
                return count;
            }

            count++;
            text = text[(next + 1)..];
        }
    }

    private static string WithoutControls(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!Controls.Contains(c))
            {
                kept.Append(c);
            }
        }

        return kept.ToString();
    }
}
