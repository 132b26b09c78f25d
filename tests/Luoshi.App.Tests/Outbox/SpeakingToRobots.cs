using System.Net;
using System.Text;
using System.Text.Json;
using Luoshi.App.Outbox;

namespace Luoshi.App.Tests.Outbox;

/// <summary>What each kind of robot is sent, and which addresses are never spoken to.</summary>
public sealed class SpeakingToRobots
{
    private const string Secret = "SEC_demo_0123456789";
    private static readonly DateTimeOffset s_moment = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    [Fact]
    public void DingTalk_signs_in_the_address()
    {
        var (url, _) = RobotMessages.Compose(RobotKind.DingTalk, new Uri("https://oapi.dingtalk.com/robot/send?access_token=abc"), Secret, Message("正文"), s_moment);

        Assert.Equal("https://oapi.dingtalk.com/robot/send?access_token=abc&timestamp=1700000000000&sign=ETO%2FFijwJNwzHVyUrx%2Bc18JgrvV2QpArbqJp3sYKL%2BE%3D", url.AbsoluteUri);
    }

    [Fact]
    public void Feishu_signs_in_the_body()
    {
        var (_, json) = RobotMessages.Compose(RobotKind.Feishu, new Uri("https://open.feishu.cn/open-apis/bot/v2/hook/abc"), Secret, Message("正文"), s_moment);

        using var body = JsonDocument.Parse(json);
        Assert.Equal("DRg4RFp+Y1nKapf4ZpzgVEw3SiT00Ys3kDMdCOQe5mw=", body.RootElement.GetProperty("sign").GetString());
        Assert.Equal("1700000000", body.RootElement.GetProperty("timestamp").GetString());
    }

    [Fact]
    public void WeCom_is_told_no_more_than_it_takes_and_no_character_is_torn()
    {
        var (_, json) = RobotMessages.Compose(RobotKind.WeCom, new Uri("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=abc"), null, Message(string.Concat(Enumerable.Repeat("𠮷落", 1000))), s_moment);

        using var body = JsonDocument.Parse(json);
        var content = body.RootElement.GetProperty("text").GetProperty("content").GetString()!;
        Assert.InRange(Encoding.UTF8.GetByteCount(content), 2040, 2048);
        Assert.DoesNotContain('\uFFFD', content);
        Assert.EndsWith("……", content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RobotKind.DingTalk, """{"errcode":0,"errmsg":"ok"}""", true)]
    [InlineData(RobotKind.DingTalk, """{"errcode":310000,"errmsg":"sign not match"}""", false)]
    [InlineData(RobotKind.WeCom, """{"errcode":45009}""", false)]
    [InlineData(RobotKind.Feishu, """{"code":0}""", true)]
    [InlineData(RobotKind.Feishu, """{"code":11232}""", false)]
    [InlineData(RobotKind.Feishu, "<html>", false)]
    [InlineData(RobotKind.Webhook, "", true)]
    public void An_answer_that_says_no_is_a_no_whatever_its_status(RobotKind kind, string answer, bool taken) => Assert.Equal(taken, RobotMessages.Rejection(kind, answer) is null);

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("::1")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("224.0.0.1")]
    public void Addresses_of_the_inside_are_known(string address) => Assert.True(WebhookClient.IsInside(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("2400:3200::1")]
    public void Addresses_of_the_internet_are_known(string address) => Assert.False(WebhookClient.IsInside(IPAddress.Parse(address)));

    [Theory]
    [InlineData("https://oapi.dingtalk.com/robot", true)]
    [InlineData("http://oapi.dingtalk.com/robot", false)]
    [InlineData("https://oapi.dingtalk.com.example.org/robot", false)]
    [InlineData("https://localhost/robot", false)]
    [InlineData("http://oa.qinglan.example/todo", true)]
    [InlineData("file:///etc/passwd", false)]
    public void Only_hosts_that_were_named_are_spoken_to(string url, bool allowed)
    {
        using var client = new WebhookClient(new WebhookSettings { Hosts = ["oapi.dingtalk.com"], PrivateHosts = ["oa.qinglan.example"] });

        Assert.Equal(allowed, client.Refuse(new Uri(url)) is null);
    }

    [Fact]
    public async Task A_name_that_leads_to_the_inside_is_not_followed()
    {
        using var client = new WebhookClient(new WebhookSettings { Hosts = ["localhost"] });

        await Assert.ThrowsAsync<HttpRequestException>(() => client.PostAsync(new Uri("https://localhost:1/"), "{}", "key", CancellationToken.None));
    }

    [Fact]
    public void Never_more_than_twenty_a_minute_however_fast_one_asks()
    {
        var start = new DateTime(2024, 7, 22, 1, 0, 0, DateTimeKind.Utc);
        var (busy, said) = (DateTime.UnixEpoch, new List<DateTime>());

        foreach (var second in Enumerable.Range(0, 600))
        {
            while (Robot.TakeToken(busy, start.AddSeconds(second)) is { } next)
            {
                (busy, _) = (next, said);
                said.Add(start.AddSeconds(second));
            }
        }

        Assert.Equal(Robot.Burst, said.Count(moment => moment == start));
        Assert.All(said, moment => Assert.InRange(said.Count(other => other >= moment && other < moment.AddMinutes(1)), 0, 20));
    }

    private static OutboxMessage Message(string body) => new()
    {
        GovernmentId = 1,
        Channel = OutboxChannel.Webhook,
        To = "",
        Subject = "催报",
        Body = body,
        IdempotencyKey = "催报/1",
        CreatedAt = s_moment.UtcDateTime,
        NextAttemptAt = s_moment.UtcDateTime,
    };
}
