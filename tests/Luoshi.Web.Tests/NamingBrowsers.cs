namespace Luoshi.Web.Tests;

/// <summary>我的登录 names what somebody signed in with as people name it.</summary>
public sealed class NamingBrowsers
{
    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/86.0.4240.198 Safari/537.36", "Windows 上的 Chrome 86")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 Edg/120.0.2210.91", "Windows 上的 Edge 120")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/93.0.4577.63 Safari/537.36 UOS", "统信UOS 上的 Chrome 93")]
    [InlineData("Mozilla/5.0 (X11; Linux aarch64; rv:78.0) Gecko/20100101 Firefox/78.0", "Linux 上的 Firefox 78")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.6 Mobile/15E148 Safari/604.1", "iPhone 上的 Safari 16")]
    [InlineData("Mozilla/5.0 (Linux; Android 12; ALN) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/107.0 Mobile Safari/537.36 MicroMessenger/8.0.44", "安卓 上的 微信 8")]
    [InlineData("Mozilla/5.0 (Windows NT 6.1; Trident/7.0; rv:11.0) like Gecko", "Windows 上的 IE")]
    [InlineData("Chrome/", "Chrome")]
    [InlineData("curl/8.5.0", "其他程序")]
    [InlineData("", "没有说明")]
    [InlineData(null, "没有说明")]
    public void Says_where_and_which(string? agent, string words) => Assert.Equal(words, BrowserWords.Of(agent));
}
