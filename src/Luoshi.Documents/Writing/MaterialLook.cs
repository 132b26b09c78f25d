namespace Luoshi.Documents.Writing;

/// <summary>Paper of the material.</summary>
public enum Paper
{
    A4,
    A3,
}

/// <summary>How the paper lies.</summary>
public enum PaperOrientation
{
    Landscape,
    Portrait,
}

/// <summary>How the material is to look; the defaults follow GB/T 9704-2012 on A4 landscape.</summary>
public sealed record MaterialLook
{
    public Paper Paper { get; init; } = Paper.A4;

    public PaperOrientation Orientation { get; init; } = PaperOrientation.Landscape;

    public FontSet Fonts { get; init; } = FontSet.Gb2312;
}

/// <summary>
/// The fonts of an official document by their role. Only names are written, never a font: the office's machines have them.
/// </summary>
public sealed record FontSet(string Title, string Heading, string Body, string Kai, string Song)
{
    public const string Latin = "Times New Roman";

    /// <summary>What document rooms have by custom.</summary>
    public static FontSet Gb2312 { get; } = new("方正小标宋简体", "黑体", "仿宋_GB2312", "楷体_GB2312", "宋体");

    /// <summary>What a machine with nothing but Windows has; there is no 小标宋, 宋体 stands in for it.</summary>
    public static FontSet Windows { get; } = new("宋体", "黑体", "仿宋", "楷体", "宋体");

    /// <summary>The GBK series of Founder, with characters that GB2312 lacks.</summary>
    public static FontSet FounderGbk { get; } = new("方正小标宋_GBK", "方正黑体_GBK", "方正仿宋_GBK", "方正楷体_GBK", "方正书宋_GBK");
}
