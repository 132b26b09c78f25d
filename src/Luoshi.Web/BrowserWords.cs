namespace Luoshi.Web;

/// <summary>What somebody signed in with, as the person knows it: a browser calls itself by the names of several others first.</summary>
public static class BrowserWords
{
    // The own name of a browser before the names of those that it takes after.
    private static readonly (string Sign, string Name)[] s_browsers =
    [
        ("MicroMessenger/", "微信"), ("wxwork/", "企业微信"), ("DingTalk/", "钉钉"), ("QQBrowser/", "QQ浏览器"), ("QIHU", "360浏览器"), ("360SE", "360浏览器"), ("Edg/", "Edge"),
        ("Edge/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Version/", "Safari"), ("MSIE ", "IE"), ("Trident", "IE"),
    ];

    private static readonly (string Sign, string Name)[] s_systems =
    [
        ("Windows", "Windows"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("HarmonyOS", "鸿蒙"), ("OpenHarmony", "鸿蒙"), ("Android", "安卓"), ("Mac OS X", "macOS"), ("UOS", "统信UOS"),
        ("Kylin", "麒麟"), ("Linux", "Linux"),
    ];

    /// <summary>Windows 上的 Chrome 86; what does not say what it is, is not guessed.</summary>
    public static string Of(string? agent)
    {
        if (string.IsNullOrWhiteSpace(agent))
        {
            return "没有说明";
        }

        var (sign, name) = Array.Find(s_browsers, one => agent.Contains(one.Sign, StringComparison.Ordinal));
        if (name is null)
        {
            return "其他程序";
        }

        var version = sign[^1] == '/' ? MajorAfter(agent, sign) : "";
        var browser = version.Length == 0 ? name : $"{name} {version}";
        return Array.Find(s_systems, one => agent.Contains(one.Sign, StringComparison.Ordinal)).Name is { } system ? $"{system} 上的 {browser}" : browser;
    }

    private static string MajorAfter(string agent, string sign)
    {
        var from = agent.IndexOf(sign, StringComparison.Ordinal) + sign.Length;
        var to = from;
        while (to < agent.Length && char.IsAsciiDigit(agent[to]))
        {
            to++;
        }

        return agent[from..to];
    }
}
