using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;
using Luoshi.Documents.Writing;

namespace Luoshi.Documents.Reporting;

/// <summary>
/// What a form says of itself, in the header of its hidden columns: it survives another program, a renamed sheet, a sheet moved to another
/// workbook. It is a label, no seal: whoever wants to can write it.
/// </summary>
internal sealed record FormMark(Guid FormId, ReportingPeriod Period, int RowCount)
{
    public const string Prefix = "luoshi-form/";

    private const string Format = "1";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Format} {Period} {FormId} {RowCount}");

    /// <summary>Null for a mark of another format, or one that was changed.</summary>
    public static FormMark? Parse(string text) =>
        text.Split(' ') is [Prefix + Format, var month, var form, var count]
        && ReportingPeriod.TryParse(month, out var period)
        && Guid.TryParse(form, out var id)
        && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var rows)
            ? new FormMark(id, period, rows)
            : null;
}

/// <summary>
/// What stands beside an item's key: the version it was written from, whether it is voluntary, and a short digest of each locked cell,
/// by which a changed one is seen without the form at hand.
/// </summary>
internal sealed record RowMark(int Version, bool Voluntary, IReadOnlyList<string> Digests)
{
    private const string Due = "due";
    private const string Free = "voluntary";
    private const int DigestBytes = 4;

    /// <summary>The whole mark, with a digest of the key and the form first: a key from elsewhere does not fit.</summary>
    public static string Of(Guid form, UnitFormRow row) =>
        string.Join(' ', UnitFormColumns.LockedTexts(row).Select(Digest)
            .Prepend(KeyDigest(form, row.ItemKey, row.Version, row.Voluntary))
            .Prepend(row.Voluntary ? Free : Due)
            .Prepend(row.Version.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Null where it is no mark of this item on this form.</summary>
    public static RowMark? Parse(string text, Guid form, string key) =>
        text.Split(' ') is [var number, Due or Free, var ofKey, .. var digests]
        && int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var version)
        && text.Split(' ')[1] is var kind
        && ofKey == KeyDigest(form, key, version, kind == Free)
        && digests.Length == UnitFormColumns.Locked.Count
            ? new RowMark(version, kind == Free, digests)
            : null;

    /// <summary>White space and full-width signs aside: programs and people change those without meaning it.</summary>
    public static string Digest(string text)
    {
        var plain = string.Concat(PlainText.Compact(XmlText.Clean(text)).Where(c => !char.IsControl(c)));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(plain)).AsSpan(0, DigestBytes));
    }

    private static string KeyDigest(Guid form, string key, int version, bool voluntary) =>
        Digest(string.Create(CultureInfo.InvariantCulture, $"{form} {key} {version} {voluntary}"));
}
