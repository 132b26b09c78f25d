using System.Net;

namespace Luoshi.Web.Tests;

public sealed class SigningIn
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task With_name_and_password_the_clerk_sees_the_office(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var clerk = await site.SignInAsync(site.District.Clerk);

        var page = await clerk.ReadAsync("/");

        Assert.Contains("调度台", page, StringComparison.Ordinal);
        Assert.Contains("青岚区人民政府", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_asked_for_before_signing_in_comes_after_it()
    {
        await using var site = await Site.CreateAsync();
        using var visitor = site.Visit();

        var answer = await visitor.GetAsync("/?month=2024-07");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/account/sign-in?back=%2F%3Fmonth%3D2024-07", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task After_signing_out_the_old_cookie_opens_nothing()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await site.SignInAsync(site.District.Clerk);

        var left = await clerk.PostAsync("/account/sign-out", [], form: "/");
        var answer = await clerk.GetAsync("/");

        Assert.Equal("/account/sign-in", left.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }
}
