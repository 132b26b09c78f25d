using System.Data.Common;
using System.Text.RegularExpressions;
using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using static Microsoft.Playwright.Assertions;

namespace Luoshi.Web.Tests;

/// <summary>What takes its time says to whoever waits how far it is, and to nobody else.</summary>
public sealed partial class WaitingForLongWork(Browser browser)
{
    // A page that waits for the next one answers no questions: it is read by itself, as a person reads it.
    private const string Reader = """
        new MutationObserver(() => {
          const line = document.querySelector('.busy');
          if (line) { console.log(line.textContent); }
        }).observe(document, { subtree: true, childList: true, characterData: true });
        """;

    [Fact]
    public async Task The_page_says_what_has_been_read_of_how_much_until_the_result_is_there()
    {
        var held = new HeldReading();
        await using var site = await Site.CreateAsync(configure: services => services.ConfigureDbContext<SqliteLuoshiDb>(options => options.AddInterceptors(held)));
        var (name, password) = await site.MakeAccountAsync(site.District.Person(Role.AuditAdministrator));
        var page = await browser.SignInAsync(site.Address, name, password);
        await page.AddInitScriptAsync(Reader);
        await page.GotoAsync("/audit/verify");
        held.Hold();
        var shown = page.WaitForConsoleMessageAsync(new() { Predicate = message => Waited().IsMatch(message.Text) });

        var click = page.ClickAsync("main button.btn-main");

        await shown;
        held.LetGo();
        await click;
        await Expect(page.Locator("[role=status]")).ToContainTextAsync("首尾相接", new() { Timeout = 60_000 });
    }

    [Fact]
    public void Nobody_is_told_of_the_work_of_another()
    {
        var (own, other, key) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var all = new UnderWay();

        using (var work = new UnderWay.Work(all, (own, key)))
        {
            work.Tell("正在读第2个文件，共3个", 1, 3);

            Assert.Equal(new UnderWay.Stage("正在读第2个文件，共3个", 1, 3), all.Of(own, key));
            Assert.Null(all.Of(other, key));
            Assert.Null(all.Of(own, Guid.NewGuid()));
        }

        Assert.Null(all.Of(own, key));
    }

    [GeneratedRegex("正在校验，请不要关闭页面。已核对0条，共[1-9][0-9]*条已用[0-9]+秒")]
    private static partial Regex Waited();

    /// <summary>A database that has much to read: it gives no audit entry before it is let go.</summary>
    private sealed class HeldReading : DbCommandInterceptor
    {
        private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private volatile bool _holds;

        public void Hold() => _holds = true;

        public void LetGo() => _gate.SetResult();

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (_holds && command.CommandText.Contains("\"hash\"", StringComparison.Ordinal) && command.CommandText.Contains("FROM \"audit_entries\"", StringComparison.Ordinal))
            {
                await _gate.Task;
            }

            return result;
        }
    }
}
