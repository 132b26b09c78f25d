using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Data;

/// <summary>A question whose SQL is kept is answered to everybody with the own rows only, whoever asked it first.</summary>
public sealed class KeepingQuestions
{
    private static readonly ReportingPeriod July = new(2024, 7);

    private static readonly KeptQuery<ReportingPeriod, DueItem> s_itemsOf = new((db, month) => db.DueItems.AsNoTracking().Where(item => item.Month == month).OrderBy(item => item.Id));

    private static readonly KeptQuery<string> s_tasks = new(db => Contents(db.KeyTasks.Where(task => db.Units.Any(unit => unit.Id == task.LeadUnitId))));

    private static readonly KeptQuery<string> s_ofPosts = new(db => PostTitles(db));

    private static readonly KeptQuery<Access> s_tooMuch = new(db => db.KeyTasks.Select(_ => db.Access));

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Two_people_of_one_kind_see_each_their_own(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await district.OpenAsync(July, "新建高标准农田");

        foreach (var person in new[] { district.FarmingReporter, district.HousingReporter, district.Clerk, district.Leader, district.Person(Role.SystemAdministrator), Access.Nobody, Access.System, district.FarmingReporter })
        {
            var kept = await store.LookAsync(person, async db => await s_itemsOf.Of(db, July).Select(item => item.Id).ToListAsync());
            var asked = await store.LookAsync(person, db => db.DueItems.Where(item => item.Month == July).OrderBy(item => item.Id).Select(item => item.Id).ToListAsync());
            Assert.Equal(asked, kept);
        }
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Another_government_asks_the_same_and_sees_its_own(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var one = await SmallDistrict.CreateAsync(store);
        var other = await SmallDistrict.CreateAsync(store, "云溪县人民政府");
        await one.OpenAsync(July, "新建高标准农田");

        var first = await store.LookAsync(one.Clerk, async db => await s_itemsOf.Of(db, July).ToListAsync());
        var second = await store.LookAsync(other.Clerk, async db => await s_itemsOf.Of(db, July).ToListAsync());

        Assert.NotEmpty(first);
        Assert.Empty(second);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_a_function_puts_together_is_asked_as_the_person_too(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);

        foreach (var person in new[] { district.Clerk, district.HousingReporter, district.FarmingReporter, district.Leader })
        {
            Assert.Equal(
                await store.LookAsync(person, db => Contents(db.KeyTasks).ToListAsync()),
                await store.LookAsync(person, async db => await s_tasks.Of(db).ToListAsync()));
            Assert.Equal(
                await store.LookAsync(person, db => PostTitles(db).ToListAsync()),
                await store.LookAsync(person, async db => await s_ofPosts.Of(db).ToListAsync()));
        }
    }

    [Fact]
    public async Task A_question_that_would_keep_what_belongs_to_one_person_is_not_taken()
    {
        await using var store = await Store.CreateAsync("sqlite");
        var district = await SmallDistrict.CreateAsync(store);

        await Assert.ThrowsAsync<NotSupportedException>(() => store.LookAsync(district.Clerk, async db => await s_tooMuch.Of(db).ToListAsync()));
    }

    private static IQueryable<string> Contents(IQueryable<KeyTask> tasks) => tasks.OrderBy(task => task.Id).Select(task => task.Content);

    private static IQueryable<string> PostTitles(LuoshiDb db) => db.LeaderPosts.Where(post => db.KeyTasks.Any(task => task.PostId == post.Id)).OrderBy(post => post.Rank).Select(post => post.Title);
}
