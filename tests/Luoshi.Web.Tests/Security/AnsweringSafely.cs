using System.Net;
using System.Text.RegularExpressions;
using Luoshi.App.Accounts;
using Luoshi.Core.Accounts;
using Luoshi.Web.Security;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Tests.Security;

public sealed partial class AnsweringSafely
{
    [Fact]
    public async Task Every_answer_carries_the_headers_whatever_it_is()
    {
        await using var site = await Site.CreateAsync();
        using var visitor = site.Visit();
        using var clerk = await site.SignInAsync(site.District.Clerk);
        using var auditor = await site.SignInAsync(site.District.Person(Role.AuditAdministrator));
        var asset = Asset().Match(await visitor.ReadAsync("/account/sign-in")).Value;
        var answers = new List<HttpResponseMessage>
        {
            await visitor.GetAsync("/"),
            await visitor.GetAsync("/nothing-here"),
            await visitor.GetAsync(asset),
            await visitor.GetAsync("/assets/nothing"),
            await clerk.GetAsync("/audit"),
            await clerk.Http.PostAsync(new Uri("/account/password", UriKind.Relative), null, TestContext.Current.CancellationToken),
            await auditor.PostAsync("/audit/export", [], form: "/audit"),
        };
        foreach (var route in site.Endpoints.OfType<RouteEndpoint>().Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Distinct())
        {
            answers.Add(await clerk.GetAsync(OpeningPages.Address(route)));
            answers.Add(await visitor.GetAsync(OpeningPages.Address(route)));
        }

        Assert.All(answers, answer =>
        {
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
            Assert.Equal(["same-origin"], answer.Headers.GetValues("Referrer-Policy"));
            Assert.Equal(["DENY"], answer.Headers.GetValues("X-Frame-Options"));
            Assert.True(answer.Headers.CacheControl is { NoStore: true } || answer.RequestMessage!.RequestUri!.AbsolutePath == asset);
            Assert.False(answer.Headers.Contains("Server"));
        });
    }

    [Fact]
    public async Task The_session_cookie_is_for_the_server_alone_and_new_at_every_sign_in()
    {
        await using var site = await Site.CreateAsync();
        var (name, password) = await site.MakeAccountAsync(site.District.Clerk);
        var cookies = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            using var visitor = site.Visit();
            using var answer = await visitor.PostAsync("/account/sign-in", new() { ["name"] = name, ["password"] = password });
            cookies.Add(answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("luoshi=", StringComparison.Ordinal)));
        }

        Assert.NotEqual(cookies[0], cookies[1]);
        Assert.All(cookies, cookie =>
        {
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task Behind_tls_the_cookie_never_goes_in_the_clear()
    {
        await using var site = await Site.CreateAsync(configure: services => services.AddKnownProxies([IPAddress.Loopback]));
        var (name, password) = await site.MakeAccountAsync(site.District.Clerk);
        using var visitor = site.Visit();
        visitor.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        visitor.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var form = await visitor.GetAsync("/account/sign-in");

        // A client that keeps the form's cookie although the last stretch is plain.
        visitor.Http.DefaultRequestHeaders.Add("Cookie", form.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        using var content = new FormUrlEncodedContent([new("name", name), new("password", password), new("__RequestVerificationToken", Token().Match(await form.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Groups["value"].Value)]);
        using var answer = await visitor.Http.PostAsync(new Uri("/account/sign-in", UriKind.Relative), content, TestContext.Current.CancellationToken);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("__Host-luoshi=", StringComparison.Ordinal));
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["max-age=31536000"], answer.Headers.GetValues("Strict-Transport-Security"));
    }

    [Theory, InlineData("https://example.com/"), InlineData("//example.com"), InlineData("/\\example.com"), InlineData("javascript:alert(1)"), InlineData("")]
    public async Task Nobody_is_led_away_after_signing_in(string back)
    {
        await using var site = await Site.CreateAsync();
        var (name, password) = await site.MakeAccountAsync(site.District.Clerk);
        using var visitor = site.Visit();

        using var answer = await visitor.PostAsync("/account/sign-in", new() { ["name"] = name, ["password"] = password, ["back"] = back });

        Assert.Equal("/", answer.Headers.Location?.OriginalString);
    }

    [Theory, InlineData(false, "127.0.0.1"), InlineData(true, "203.0.113.9")]
    public async Task Where_somebody_comes_from_only_a_known_proxy_may_say(bool isKnown, string address)
    {
        await using var site = await Site.CreateAsync(configure: services => services.AddKnownProxies(isKnown ? [IPAddress.Loopback] : []));
        var (name, password) = await site.MakeAccountAsync(site.District.Clerk);
        using var visitor = site.Visit();
        visitor.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");

        await visitor.PostAsync("/account/sign-in", new() { ["name"] = name, ["password"] = password });

        Assert.Equal(address, await site.Store.LookAsync(Access.System, db => db.AuditEntries.Where(entry => entry.Action == "signed-in").Select(entry => entry.Address).SingleAsync()));
    }

    [Fact]
    public async Task Whoever_tries_too_often_from_one_address_waits_a_minute()
    {
        await using var site = await Site.CreateAsync(settings: new AccountSettings { AttemptsPerMinute = 3 });
        using var visitor = site.Visit();
        for (var i = 0; i < 3; i++)
        {
            await visitor.PostAsync("/account/sign-in", new() { ["name"] = $"nobody{i}", ["password"] = "Wrong-1234" });
        }

        using var answer = await visitor.PostAsync("/account/sign-in", new() { ["name"] = "nobody", ["password"] = "Wrong-1234" });

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Contains("操作太频繁", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/account/sign-in")).StatusCode);
    }

    [Fact]
    public async Task A_name_and_a_password_left_empty_are_answered_like_wrong_ones()
    {
        await using var site = await Site.CreateAsync();
        using var visitor = site.Visit();

        using var answer = await visitor.PostAsync("/account/sign-in", new() { ["name"] = "", ["password"] = "" });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("账号或密码不对", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_without_a_second_factor_gets_no_further_than_its_page()
    {
        await using var site = await Site.CreateAsync(settings: new AccountSettings());
        using var administrator = await site.SignInAsync(site.District.Person(Role.SystemAdministrator));

        using var read = await administrator.GetAsync("/administration/accounts");
        using var sent = await administrator.PostAsync("/administration/accounts?handler=Create", new() { ["name"] = "x1", ["displayName"] = "某人" }, form: "/account/enrol");

        Assert.Equal("/account/enrol", read.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Forbidden, sent.StatusCode);
        Assert.Contains("<svg class=\"qr\"", await administrator.ReadAsync("/account/enrol"), StringComparison.Ordinal);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<value>[^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("/assets/css/tokens[^\"]+")]
    private static partial Regex Asset();
}
