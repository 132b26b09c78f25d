using Luoshi.App.Supervision;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Supervision;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Supervision;

/// <summary>A leader's words, the unit's answer, the end of it.</summary>
public sealed class InstructingAUnit
{
    private static readonly DateOnly MonthEnd = new(2024, 7, 31);

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_unit_answers_and_the_leader_closes(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var written = (await WriteAsync(district, district.Leader, "请月底前赶上。")).Value;

        var replied = (await ReplyAsync(district, district.FarmingReporter, written, "已开工2处。")).Value;
        var closed = (await CloseAsync(district, district.Leader, replied)).Value;

        Assert.Equal((InstructionState.Open, InstructionState.Replied, InstructionState.Closed), (written.State, replied.State, closed.State));
        var instruction = await store.LookAsync(district.Clerk, db => db.Instructions.SingleAsync());
        Assert.Equal(("副区长", district.Farming.Id, MonthEnd), (instruction.Author, instruction.UnitId, instruction.ReplyBy));
        Assert.Equal(["instruction-written", "instruction-replied", "instruction-closed"], await store.LookAsync(district.System, db => db.AuditEntries.Where(entry => entry.SubjectId == written.InstructionId).OrderBy(entry => entry.Sequence).Select(entry => entry.Action).ToListAsync()));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Only_leaders_write_and_only_on_what_is_theirs(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var otherLeader = district.Person(Role.Leader, postId: district.Posts[1].Id);

        Assert.Equal("task-not-found", (await WriteAsync(district, otherLeader, "请赶上。")).Refusal?.Code);
        foreach (var person in (Access[])[district.Clerk, district.Reviewer, district.FarmingReporter, district.FarmingHead, district.Person(Role.AuditAdministrator)])
        {
            Assert.Equal("forbidden", (await WriteAsync(district, person, "请赶上。")).Refusal?.Code);
        }
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Another_unit_neither_sees_nor_answers_it(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var written = (await WriteAsync(district, district.Leader, "请月底前赶上。")).Value;

        var reply = await ReplyAsync(district, district.HousingReporter, written, "与我局无关。");

        Assert.Equal("instruction-not-found", reply.Refusal?.Code);
        Assert.Equal(0, await store.LookAsync(district.HousingReporter, db => db.Instructions.CountAsync()));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Of_two_answers_to_the_same_version_the_second_is_told(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var written = (await WriteAsync(district, district.Leader, "请月底前赶上。")).Value;
        await ReplyAsync(district, district.FarmingReporter, written, "已开工2处。");

        var second = await ReplyAsync(district, district.FarmingHead, written, "另一种说法。");

        Assert.Equal("changed-meanwhile", second.Refusal?.Code);
    }

    [Fact]
    public async Task The_district_heads_words_are_not_a_deputys_to_close()
    {
        await using var store = await Store.CreateAsync("sqlite");
        var district = await SmallDistrict.CreateAsync(store);
        var written = (await WriteAsync(district, district.Person(Role.DistrictHead), "请月底前赶上。")).Value;

        Assert.Equal("instruction-of-another", (await CloseAsync(district, district.Leader, written)).Refusal?.Code);
    }

    [Theory]
    [InlineData("", 31, "text-missing")]
    [InlineData("  \n", 31, "text-missing")]
    [InlineData("请赶上。", 21, "reply-day-past")]
    public async Task What_says_nothing_or_asks_for_yesterday_is_refused(string text, int day, string code)
    {
        await using var store = await Store.CreateAsync("sqlite");
        var district = await SmallDistrict.CreateAsync(store);

        var outcome = await WriteAsync(district, district.Leader, text, new DateOnly(2024, 7, day));

        Assert.Equal(code, outcome.Refusal?.Code);
    }

    [Fact]
    public void A_closed_instruction_is_neither_answered_nor_closed_again()
    {
        var instruction = new Instruction { GovernmentId = 1, TaskId = Guid.NewGuid(), UnitId = Guid.NewGuid(), PostId = Guid.NewGuid(), Author = "副区长", Text = "请赶上。", ReplyBy = MonthEnd, WrittenBy = Guid.NewGuid(), WrittenAt = default };
        instruction.Close(default);

        Assert.Equal("instruction-closed", instruction.Reply("已赶上。", Guid.NewGuid(), default).Refusal?.Code);
        Assert.Equal("instruction-closed", instruction.Close(default)?.Code);
    }

    private static async Task<Outcome<InstructionStand>> WriteAsync(SmallDistrict district, Access who, string text, DateOnly? replyBy = null)
    {
        var task = await district.Store.LookAsync(district.System, db => db.KeyTasks.SingleAsync(task => task.Content.StartsWith("新建高标准农田")));
        return await district.Store.AskAsync<WriteInstruction, Outcome<InstructionStand>>(who, write => write.ExecuteAsync(task.Id, text, replyBy ?? MonthEnd, default));
    }

    private static Task<Outcome<InstructionStand>> ReplyAsync(SmallDistrict district, Access who, InstructionStand stand, string text) =>
        district.Store.AskAsync<ReplyToInstruction, Outcome<InstructionStand>>(who, reply => reply.ExecuteAsync(stand.InstructionId, stand.Version, text, default));

    private static Task<Outcome<InstructionStand>> CloseAsync(SmallDistrict district, Access who, InstructionStand stand) =>
        district.Store.AskAsync<CloseInstruction, Outcome<InstructionStand>>(who, close => close.ExecuteAsync(stand.InstructionId, stand.Version, default));
}
