using Luoshi.App.Ledgers;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Ledgers;

public sealed class MaintainingUnitsAndPosts
{
    private static readonly UnitForm s_form = new("区水利局", "", UnitKind.Department, ["水利局", " 区水务局 ", ""], null, false, null, 9);

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_new_unit_is_known_by_its_aliases(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);

        var saved = await SaveAsync(district, null, s_form);

        var unit = await store.LookAsync(district.System, db => db.Units.SingleAsync(unit => unit.Id == saved.Value.Id));
        Assert.True(unit.IsMeantBy(new UnitMention("区水务局")));
        Assert.False(unit.IsMeantBy(new UnitMention("区水务局", "河长办")));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_would_make_a_document_mean_two_units_is_refused(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);

        Assert.Equal("unit-exists", (await SaveAsync(district, null, s_form with { Name = "区住建局" })).Refusal?.Code);
        Assert.Equal("alias-taken", (await SaveAsync(district, null, s_form with { Aliases = ["区住建局"] })).Refusal?.Code);
        Assert.Null((await SaveAsync(district, null, s_form with { Name = "区住建局", Qualifier = "人防" })).Refusal);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task No_unit_stands_above_itself(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var below = (await SaveAsync(district, null, s_form with { ParentId = district.Housing.Id })).Value;

        var circle = await SaveAsync(district, district.Housing.Id, s_form with { Name = "区住建局", Aliases = [], ParentId = below.Id });
        var itself = await SaveAsync(district, below.Id, s_form with { ParentId = below.Id });

        Assert.Equal(("parent-invalid", "parent-invalid"), (circle.Refusal?.Code, itself.Refusal?.Code));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_post_is_handed_over_from_a_day_on_and_the_past_keeps_its_holder(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var administrator = district.Person(Role.SystemAdministrator);

        var refusal = await store.AskAsync<HandOverPost, Refusal?>(administrator, operation => operation.ExecuteAsync(district.Posts[0].Id, 1, "孙立", new DateOnly(2024, 8, 1), CancellationToken.None));

        var post = await store.LookAsync(district.System, db => db.LeaderPosts.SingleAsync(post => post.Id == district.Posts[0].Id));
        Assert.Null(refusal);
        Assert.Equal(("赵宁", "孙立"), (post.HolderOn(new DateOnly(2024, 7, 31)), post.HolderOn(new DateOnly(2024, 8, 1))));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_clerk_and_another_governments_administrator_may_not(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var other = await SmallDistrict.CreateAsync(store, "云溪区人民政府");

        var clerk = await store.AskAsync<SaveUnit, Outcome<Unit>>(district.Clerk, save => save.ExecuteAsync(null, 0, s_form, CancellationToken.None));
        var foreign = await SaveAsync(other, district.Housing.Id, s_form);

        Assert.Equal("forbidden", clerk.Refusal?.Code);
        Assert.Equal("unit-not-found", foreign.Refusal?.Code);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Of_two_who_change_a_unit_the_second_is_told_and_nothing_of_the_first_is_lost(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var form = s_form with { Name = "区住建局", Aliases = [] };

        var first = await SaveAsync(district, district.Housing.Id, form with { SignsOff = true });
        var second = await SaveAsync(district, district.Housing.Id, form with { Rank = 3 });
        var third = await SaveAsync(district, district.Housing.Id, form with { SignsOff = true, Rank = 3 }, first.Value.Version);

        var unit = await store.LookAsync(district.System, db => db.Units.SingleAsync(unit => unit.Id == district.Housing.Id));
        Assert.Equal("changed-meanwhile", second.Refusal?.Code);
        Assert.Equal((true, 3, third.Value.Version), (unit.SignsOff, unit.Rank, unit.Version));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Of_two_who_change_a_post_the_second_is_told(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var (administrator, post) = (district.Person(Role.SystemAdministrator), district.Posts[0]);

        var first = await store.AskAsync<HandOverPost, Refusal?>(administrator, hand => hand.ExecuteAsync(post.Id, post.Version, "孙立", new DateOnly(2024, 8, 1), CancellationToken.None));
        var handed = await store.AskAsync<HandOverPost, Refusal?>(administrator, hand => hand.ExecuteAsync(post.Id, post.Version, "周平", new DateOnly(2024, 8, 1), CancellationToken.None));
        var renamed = await store.AskAsync<SavePost, Outcome<LeaderPost>>(administrator, save => save.ExecuteAsync(post.Id, post.Version, "副区长（农业）", 1, CancellationToken.None));

        Assert.Equal((null, "changed-meanwhile", "changed-meanwhile"), (first?.Code, handed?.Code, renamed.Refusal?.Code));
        Assert.Equal("孙立", (await store.LookAsync(district.System, db => db.LeaderPosts.SingleAsync(known => known.Id == post.Id))).HolderOn(new DateOnly(2024, 9, 1)));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Two_at_the_same_moment_do_not_both_get_through(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var form = s_form with { Name = "区住建局", Aliases = [] };

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 6).Select(rank => Task.Run(() => SaveAsync(district, district.Housing.Id, form with { Rank = rank }))));

        Assert.Single(outcomes, outcome => outcome.Refusal is null);
        Assert.All(outcomes.Where(outcome => outcome.Refusal is not null), outcome => Assert.Equal("changed-meanwhile", outcome.Refusal!.Code));
    }

    private static Task<Outcome<Unit>> SaveAsync(SmallDistrict district, Guid? id, UnitForm form, int version = 1) =>
        district.Store.AskAsync<SaveUnit, Outcome<Unit>>(district.Person(Role.SystemAdministrator), save => save.ExecuteAsync(id, version, form, CancellationToken.None));
}
