using System.Net;
using System.Net.Sockets;
using System.Text;
using Luoshi.App.Data;
using Luoshi.App.Outbox;
using Luoshi.Core.Accounts;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Outbox;

/// <summary>A message goes out once, is tried again when it cannot, and is given up in the end.</summary>
public sealed class DeliveringMessages
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_mail_goes_out_once(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await using var drop = new MailDrop();
        await WriteAsync(store, district, OutboxChannel.Mail, "nongye@qinglan.example");

        await DeliverAsync(store, drop);
        await DeliverAsync(store, drop);

        var mail = Assert.Single(drop.Mails);
        Assert.Contains("nongye@qinglan.example", mail, StringComparison.Ordinal);
        Assert.Equal(OutboxState.Sent, (await MessageAsync(store)).State);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_the_server_refuses_is_tried_again_later(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await using var drop = new MailDrop { Refusals = 1 };
        await WriteAsync(store, district, OutboxChannel.Mail, "nongye@qinglan.example");

        await DeliverAsync(store, drop);
        await DeliverAsync(store, drop);
        Assert.Empty(drop.Mails);
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        await DeliverAsync(store, drop);

        Assert.Single(drop.Mails);
        Assert.Equal(2, (await MessageAsync(store)).Attempts);
    }

    [Fact]
    public async Task What_is_never_taken_is_given_up_and_says_why()
    {
        await using var store = await Store.CreateAsync("sqlite");
        var district = await SmallDistrict.CreateAsync(store);
        await using var drop = new MailDrop { Refusals = 100 };
        await WriteAsync(store, district, OutboxChannel.Mail, "nongye@qinglan.example");

        foreach (var _ in Enumerable.Range(0, 12))
        {
            await DeliverAsync(store, drop);
            store.Clock.Advance(TimeSpan.FromHours(1));
        }

        var message = await MessageAsync(store);
        Assert.Equal((OutboxState.Dead, OutboxMessage.MostAttempts), (message.State, message.Attempts));
        Assert.StartsWith("邮件服务器没有收下", message.LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_everything_off_it_waits_and_harms_nobody()
    {
        await using var store = await Store.CreateAsync("sqlite");
        var district = await SmallDistrict.CreateAsync(store);
        await WriteAsync(store, district, OutboxChannel.Mail, "nongye@qinglan.example");

        await store.AskAsync<DeliverOutbox, bool>(Access.System, async deliver =>
        {
            await deliver.ExecuteAsync(CancellationToken.None);
            return true;
        });

        Assert.Equal((OutboxState.Pending, 0), ((await MessageAsync(store)).State, (await MessageAsync(store)).Attempts));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_same_news_is_written_once(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await WriteAsync(store, district, OutboxChannel.Mail, "nongye@qinglan.example");

        var again = () => WriteAsync(store, district, OutboxChannel.Mail, "nongye@qinglan.example");

        await Assert.ThrowsAsync<DbUpdateException>(again);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Of_two_nodes_at_once_one_posts(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        using var listener = new HttpDrop();
        var robot = await RobotAsync(store, district, listener.Url);
        await WriteAsync(store, district, OutboxChannel.Webhook, robot.ToString());

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => DeliverAsync(store, new MailSettings(), new WebhookSettings { PrivateHosts = ["127.0.0.1"] })));

        Assert.Equal(1, listener.Count);
        Assert.Equal(OutboxState.Sent, (await MessageAsync(store)).State);
    }

    [Fact]
    public async Task A_robot_on_the_inside_that_was_not_named_is_not_spoken_to()
    {
        await using var store = await Store.CreateAsync("sqlite");
        var district = await SmallDistrict.CreateAsync(store);
        using var listener = new HttpDrop();
        var robot = await RobotAsync(store, district, listener.Url);
        await WriteAsync(store, district, OutboxChannel.Webhook, robot.ToString());

        await DeliverAsync(store, new MailSettings(), new WebhookSettings { Hosts = ["127.0.0.1"] });

        Assert.Equal(0, listener.Count);
        Assert.Equal(OutboxState.Dead, (await MessageAsync(store)).State);
    }

    [Fact]
    public async Task A_robots_address_is_not_readable_in_the_store_nor_in_the_audit()
    {
        await using var store = await Store.CreateAsync("sqlite");
        var district = await SmallDistrict.CreateAsync(store);
        await RobotAsync(store, district, new Uri("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=geheim"));

        var stored = await store.LookAsync(Access.System, db => db.Robots.Select(robot => robot.ProtectedUrl).SingleAsync());
        var changes = await store.LookAsync(Access.System, db => db.AuditEntries.Where(entry => entry.Action == "robot-added").Select(entry => entry.Changes).SingleAsync());

        Assert.DoesNotContain("geheim", stored, StringComparison.Ordinal);
        Assert.DoesNotContain(stored, changes, StringComparison.Ordinal);
    }

    private static Task DeliverAsync(Store store, MailDrop drop) => DeliverAsync(store, new MailSettings { Host = "127.0.0.1", Port = drop.Port, Security = "none" }, new WebhookSettings());

    private static Task<bool> DeliverAsync(Store store, MailSettings mail, WebhookSettings webhooks) => store.AskAsync<LuoshiDb, bool>(Access.System, async db =>
    {
        using var client = new WebhookClient(webhooks);
        var secrets = (RobotSecrets)store.Services.GetService(typeof(RobotSecrets))!;
        await new DeliverOutbox(db, new MailClient(mail), client, secrets, store.Clock).ExecuteAsync(CancellationToken.None);
        return true;
    });

    private static Task<int> WriteAsync(Store store, SmallDistrict district, OutboxChannel channel, string to) => store.LookAsync(district.System, db =>
    {
        var now = store.Clock.GetUtcNow().UtcDateTime;
        db.Add(new OutboxMessage { GovernmentId = district.GovernmentId, Channel = channel, To = to, Subject = "7月重点工作催报", Body = "请报送。", IdempotencyKey = $"催报/{to}", CreatedAt = now, NextAttemptAt = now });
        db.Record("reminders-sent", nameof(OutboxMessage), null);
        return db.SaveChangesAsync();
    });

    private static Task<Guid> RobotAsync(Store store, SmallDistrict district, Uri url) => store.AsAsync(district.System, async services =>
    {
        var db = (LuoshiDb)services.GetService(typeof(LuoshiDb))!;
        var secrets = (RobotSecrets)services.GetService(typeof(RobotSecrets))!;
        var robot = new Robot { GovernmentId = district.GovernmentId, Name = "督查群", Kind = RobotKind.Webhook, ProtectedUrl = secrets.Protect(url.AbsoluteUri) };
        db.Add(robot);
        db.Record("robot-added", nameof(Robot), robot.Id);
        await db.SaveChangesAsync();
        return robot.Id;
    });

    private static Task<OutboxMessage> MessageAsync(Store store) => store.LookAsync(Access.System, db => db.OutboxMessages.AsNoTracking().SingleAsync());

    /// <summary>A server that counts what is posted to it.</summary>
    private sealed class HttpDrop : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private int _count;

        public HttpDrop()
        {
            _listener.Start();
            _ = ServeAsync();
        }

        public int Count => _count;

        public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/hook");

        public void Dispose() => _listener.Stop();

        private async Task ServeAsync()
        {
            try
            {
                while (true)
                {
                    using var client = await _listener.AcceptTcpClientAsync();
                    var buffer = new byte[8192];
                    var text = new StringBuilder();
                    while (!text.ToString().EndsWith('}') && await client.GetStream().ReadAsync(buffer) is var read and > 0)
                    {
                        text.Append(Encoding.UTF8.GetString(buffer, 0, read));
                    }

                    Interlocked.Increment(ref _count);
                    await client.GetStream().WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
                }
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException)
            {
                // The test is over.
            }
        }
    }
}
