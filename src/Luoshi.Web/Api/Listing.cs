using System.Buffers;
using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Mvc;

namespace Luoshi.Web.Api;

/// <summary>A part of a list, and where the next begins; null at the end.</summary>
public sealed record Listing<T>(IReadOnlyList<T> Items, Cursor? Next);

internal static class Listings
{
    /// <param name="rows">In the order of their ids; one more than <paramref name="limit"/> where there are more.</param>
    /// <param name="limit">How many were asked for.</param>
    /// <param name="id">By which the list is ordered.</param>
    public static Listing<T> Of<T>(IReadOnlyList<T> rows, int limit, Func<T, Guid> id) =>
        rows.Count <= limit ? new(rows, null) : new([.. rows.Take(limit)], new Cursor(id(rows[limit - 1])));
}

/// <summary>Which part of a list is asked for.</summary>
public sealed record Part
{
    public const int Most = 200;

    /// <summary>How many, at most.</summary>
    [FromQuery(Name = "limit"), Range(1, Most)]
    public int? Limit { get; init; }

    /// <summary>The <c>next</c> of the part before.</summary>
    [FromQuery(Name = "cursor")]
    public Cursor? Cursor { get; init; }

    internal int Size => Limit ?? 50;

    internal Guid After => Cursor?.After ?? Guid.Empty;
}

/// <summary>The place in a list after the row with this id. Programs hand it back as it is.</summary>
public readonly record struct Cursor(Guid After)
{
    public static bool TryParse([NotNullWhen(true)] string? text, out Cursor cursor)
    {
        cursor = default;
        Span<byte> bytes = stackalloc byte[16];
        if (text is not { Length: 22 } || Base64Url.DecodeFromChars(text, bytes, out _, out var written) != OperationStatus.Done || written != 16)
        {
            return false;
        }

        cursor = new Cursor(new Guid(bytes, bigEndian: true));
        return true;
    }

    public override string ToString() => Base64Url.EncodeToString(After.ToByteArray(bigEndian: true));
}
