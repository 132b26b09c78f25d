using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Luoshi.App.Outbox;

/// <summary>
/// Posts to hosts that were named and to no others. The address is looked at when the connection is made, so that no name can be turned to the inside
/// between looking and connecting; redirects are not followed.
/// </summary>
public sealed class WebhookClient : IDisposable
{
    private const int MostAnswer = 64 * 1024;
    private readonly WebhookSettings _settings;
    private readonly HttpClient _http;

    public WebhookClient(WebhookSettings settings)
    {
        _settings = settings;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            ConnectCallback = ConnectAsync,
        };
        _http = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(15), MaxResponseContentBufferSize = MostAnswer };
    }

    public bool IsOn => _settings.IsOn;

    /// <returns>Why the address may not be spoken to at all; null when it may.</returns>
    public string? Refuse(Uri url) =>
        IsPrivateHost(url.Host) ? url.Scheme is "http" or "https" ? null : "地址要以 http 或 https 开头。"
        : !_settings.Hosts.Contains(url.Host, StringComparer.OrdinalIgnoreCase) ? "这个主机不在允许发送的名单里。"
        : url.Scheme != "https" ? "互联网上的地址要以 https 开头。"
        : null;

    /// <summary>Posts JSON to an address that <see cref="Refuse"/> lets through.</summary>
    public async Task<(HttpStatusCode Status, string Answer)> PostAsync(Uri url, string json, string idempotencyKey, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(idempotencyKey))));
        using var response = await _http.SendAsync(request, ct);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(ct));
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Whether the address is of this machine, of a private network, or of none.</summary>
    public static bool IsInside(IPAddress address)
    {
        var ip = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (IPAddress.IsLoopback(ip) || ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any))
        {
            return true;
        }

        if (ip.AddressFamily == AddressFamily.InterNetworkV6)
        {
            return ip.IsIPv6LinkLocal || ip.IsIPv6SiteLocal || ip.IsIPv6UniqueLocal || ip.IsIPv6Multicast;
        }

        var bytes = ip.GetAddressBytes();
        return bytes[0] switch
        {
            0 or 10 or 127 => true,
            100 => bytes[1] is >= 64 and < 128,
            169 => bytes[1] == 254,
            172 => bytes[1] is >= 16 and < 32,
            192 => bytes[1] == 168 || (bytes[1] == 0 && bytes[2] == 0),
            198 => bytes[1] is 18 or 19,
            >= 224 => true,
            _ => false,
        };
    }

    private bool IsPrivateHost(string host) => _settings.PrivateHosts.Contains(host, StringComparer.OrdinalIgnoreCase);

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = await Dns.GetHostAddressesAsync(host, ct);
        var allowed = IsPrivateHost(host) ? addresses : [.. addresses.Where(address => !IsInside(address))];
        if (allowed.Length == 0)
        {
            throw new HttpRequestException("The host's address is not one that may be spoken to.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
