using System.Net;
using System.Net.Http.Headers;

namespace Luoshi.Web.Tests.Security;

/// <summary>What has the length of a secret or a cursor and is none: an answer like any other wrong one.</summary>
public sealed class ForgedSecrets
{
    private static readonly string s_noSecret = new('*', 43);

    [Fact]
    public async Task A_cookie_that_nobody_gave_leads_to_signing_in()
    {
        await using var site = await Site.CreateAsync();
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = site.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Cookie", "luoshi=" + s_noSecret);

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/account/sign-in", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_nobody_gave_is_not_signed_in()
    {
        await using var site = await Site.CreateAsync();
        using var client = new HttpClient { BaseAddress = site.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "luoshi_" + s_noSecret);

        using var answer = await client.GetAsync(new Uri("/api/v1/key-tasks", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_cursor_that_no_list_gave_is_refused()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await site.SignInAsync(site.District.Clerk);

        using var answer = await clerk.GetAsync("/api/v1/key-tasks?cursor=" + new string('*', 22));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
