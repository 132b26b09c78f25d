using System.Data.Common;
using System.Net;
using Luoshi.Core.Accounts;
using Luoshi.Testing;
using Luoshi.Web.Tests.Api;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Luoshi.Web.Tests;

/// <summary>What breaks stands in the log with where it broke, once and as an error; what the program says no to by itself does not.</summary>
public sealed class LoggingWhatFails
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_save_that_breaks_is_told_as_an_error_to_the_person_and_to_the_log(string database)
    {
        using var log = new KeptLog();
        await using var site = await Site.CreateAsync(database, configure: services => services.AddLogging(logging => logging.AddProvider(log)));
        using var program = await Program.CreateAsync(site, site.District.Clerk);
        using var clerk = await site.SignInAsync(site.District.Clerk);
        await clerk.ReadAsync("/announcements");
        await site.Store.LookAsync(Access.System, db => db.Database.ExecuteSqlRawAsync("ALTER TABLE audit_entries RENAME TO elsewhere"));

        var asked = await program.PostAsync("ledgers", new { year = 2025 });
        var posted = await clerk.PostAsync("/announcements", new() { ["title"] = "停机通知", ["body"] = "今晚停机。" });

        Assert.Equal((500, "internal-error"), await asked.ProblemAsync());
        Assert.Equal(HttpStatusCode.InternalServerError, posted.StatusCode);
        Assert.Equal(2, log.Lines.Count(line => line.Level == LogLevel.Error && line.Error is DbUpdateException { InnerException: DbException }));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Many_who_write_the_same_at_once_leave_the_log_empty(string database)
    {
        using var log = new KeptLog();
        await using var site = await Site.CreateAsync(database, configure: services => services.AddLogging(logging => logging.AddProvider(log)));
        using var program = await Program.CreateAsync(site, site.District.FarmingReporter);
        var item = await site.District.OpenAsync(new Core.Reporting.ReportingPeriod(2024, 7), "新建高标准农田");

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => program.PostAsync($"due-items/{item.Id}/progress-report/submission", new { progress = $"累计建成{number}亩。", planMet = true }, seen: 0)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(11, answers.Count(answer => answer.StatusCode == HttpStatusCode.PreconditionFailed));
        Assert.Empty(log.Lines);
    }
}
