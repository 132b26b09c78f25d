using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Luoshi.Web;

/// <summary>
/// Style sheets, scripts and icons, built into the program. An address carries the hash of its content, so that browsers keep it for a year and
/// never show an old one.
/// </summary>
public sealed class StaticAssets
{
    private readonly FrozenDictionary<string, Asset> _byName;
    private readonly FrozenDictionary<string, Asset> _byAddress;

    private StaticAssets()
    {
        var assembly = typeof(StaticAssets).Assembly;
        var assets = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("assets/", StringComparison.Ordinal))
            .Select(name => Asset.Read(assembly, name))
            .ToList();
        _byName = assets.ToFrozenDictionary(asset => asset.Name, StringComparer.Ordinal);
        _byAddress = assets.ToFrozenDictionary(asset => asset.Address, StringComparer.Ordinal);
    }

    /// <summary>Those of the program, whatever host serves them: to press them takes longer than the rest of what a host does before it listens.</summary>
    public static StaticAssets OfTheProgram { get; } = new();

    /// <summary>The address of <c>css/tokens.css</c>. A name that does not exist is a bug and throws.</summary>
    public string this[string name] => _byName[name].Address;

    public void Map(IEndpointRouteBuilder app) => app.MapGet("/assets/{**path}", Serve).AllowAnonymous();

    private IResult Serve(string path, HttpContext http)
    {
        if (!_byAddress.TryGetValue("/assets/" + path, out var asset))
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (asset.Compressed is not { } compressed || !http.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.OrdinalIgnoreCase))
        {
            return Results.Bytes(asset.Content, asset.ContentType);
        }

        http.Response.Headers.ContentEncoding = "br";
        return Results.Bytes(compressed, asset.ContentType);
    }

    private sealed record Asset(string Name, string Address, string ContentType, byte[] Content, byte[]? Compressed)
    {
        public static Asset Read(System.Reflection.Assembly assembly, string resource)
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            var name = resource["assets/".Length..].Replace('\\', '/');
            var dot = name.LastIndexOf('.');
            var address = $"/assets/{name[..dot]}.{Convert.ToHexStringLower(SHA256.HashData(content))[..12]}{name[dot..]}";
            return new Asset(name, address, ContentTypeOf(name[dot..]), content, name.EndsWith(".webp", StringComparison.Ordinal) ? null : Compress(content));
        }

        private static byte[] Compress(byte[] content)
        {
            using var compressed = new MemoryStream();
            using (var brotli = new BrotliStream(compressed, CompressionLevel.Optimal))
            {
                brotli.Write(content);
            }

            return compressed.ToArray();
        }

        private static string ContentTypeOf(string ending) => ending switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            ".png" => "image/png",
            ".webp" => "image/webp",
            ".ico" => "image/x-icon",
            ".txt" => "text/plain; charset=utf-8",
            _ => throw new InvalidOperationException($"An asset of an unknown kind: {ending}"),
        };
    }
}
