using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Luoshi.Web.Api;

/// <summary>
/// The version that a program saw before it writes: <c>If-Match: "3"</c>, or <c>If-None-Match: *</c> where there was none yet. An update that
/// names neither is answered 428.
/// </summary>
public readonly record struct SeenVersion(int Version)
{
    public static ValueTask<SeenVersion> BindAsync(HttpContext http)
    {
        var match = http.Request.Headers.IfMatch;
        var none = http.Request.Headers.IfNoneMatch;
        if (match.Count == 0 && none is ["*"])
        {
            return ValueTask.FromResult(new SeenVersion(0));
        }

        if (match.Count == 0)
        {
            throw new BadHttpRequestException("No version was named.", StatusCodes.Status428PreconditionRequired);
        }

        return match.Count == 1
            && EntityTagHeaderValue.TryParse(match[0], out var tag)
            && !tag.IsWeak
            && int.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                ? ValueTask.FromResult(new SeenVersion(version))
                : throw new BadHttpRequestException("No version of ours was named.", StatusCodes.Status400BadRequest);
    }

    /// <summary>A version as the answer tells it.</summary>
    public static string Tag(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
}
