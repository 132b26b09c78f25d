using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Tests.Api;

public sealed class ImportingADocument
{
    private const string Row = "分管领导,序号,报送频次,工作内容,牵头单位\n赵宁副区长,3,月度报,新建农村公路12公里。,区交通运输局\n";

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task First_shows_what_it_would_do_and_then_does_it(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);

        var shown = await (await SendAsync(clerk, Row, write: false)).JsonAsync();
        var before = await site.Store.LookAsync(site.District.System, db => db.KeyTasks.CountAsync());
        var written = await (await SendAsync(clerk, Row, write: true)).JsonAsync();
        var again = await (await SendAsync(clerk, Row, write: true)).JsonAsync();

        Assert.Equal((1, false, 3), ((int)shown["new"]!, (bool)shown["written"]!, before));
        Assert.Equal((1, true), ((int)written["new"]!, (bool)written["written"]!));
        Assert.Equal((0, 1), ((int)again["new"]!, (int)again["matched"]!));
        Assert.Equal(4, await site.Store.LookAsync(site.District.System, db => db.KeyTasks.CountAsync()));
    }

    [Fact]
    public async Task A_document_without_a_name_is_known_by_what_it_holds()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);

        var shown = await (await SendAsync(clerk, Row, write: false, name: "")).JsonAsync();

        Assert.Equal(1, (int)shown["new"]!);
    }

    [Fact]
    public async Task What_is_no_list_of_tasks_is_refused()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);

        var answer = await SendAsync(clerk, "今天天气很好。", write: true);

        Assert.Equal("no-tasks", (await answer.ProblemAsync()).Code);
    }

    [Fact]
    public async Task What_the_address_does_not_take_is_told_with_what_to_look_at()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);

        var answer = await SendAsync(clerk, Row, write: false, type: "image/png");

        Assert.Equal((404, "address-not-found"), await answer.ProblemAsync());
        Assert.Contains("Content-Type", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> SendAsync(Program program, string text, bool write, string name = "tasks.csv", string type = "text/csv")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"ledgers/2024/import?file={name}&write={write}", UriKind.Relative));
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        return await program.Http.SendAsync(request);
    }
}
