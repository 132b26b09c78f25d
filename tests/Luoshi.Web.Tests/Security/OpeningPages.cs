using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Luoshi.Core.Accounts;
using Luoshi.Testing;

namespace Luoshi.Web.Tests.Security;

/// <summary>Every page for every role, as the routes have them: a page that is added shows here.</summary>
public sealed partial class OpeningPages
{
    [Fact]
    public async Task Who_may_open_which_page_is_as_agreed()
    {
        await using var site = await Site.CreateAsync();
        var roles = Enum.GetValues<Role>();
        var people = new List<Site.Visitor> { site.Visit() };
        foreach (var role in roles)
        {
            people.Add(await site.SignInAsync(site.District.Person(role, role.IsOfUnit() ? site.District.Farming.Id : null, role == Role.Leader ? site.District.Posts[0].Id : null)));
        }

        var table = new StringBuilder("可 opens or leads on · 禁 forbidden · 无 not there · 登 must sign in\n地址 未登录 ").AppendJoin(' ', roles.Select(role => role.Name())).Append('\n');
        foreach (var page in site.Pages)
        {
            table.Append(page);
            foreach (var person in people)
            {
                using var answer = await person.GetAsync(Address(page));
                table.Append(' ').Append(Word(answer));
            }

            table.Append('\n');
        }

        people.ForEach(person => person.Dispose());
        Golden.MatchesFile(table.ToString(), "pages.txt");
    }

    [Fact]
    public async Task No_form_is_taken_without_its_token()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await site.SignInAsync(site.District.Clerk);

        foreach (var page in site.Pages.Where(page => !page.StartsWith("/error", StringComparison.Ordinal)))
        {
            using var answer = await clerk.Http.PostAsync(new Uri(Address(page), UriKind.Relative), new FormUrlEncodedContent([new("id", Guid.Empty.ToString())]), TestContext.Current.CancellationToken);

            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{page}: {answer.StatusCode}");
        }
    }

    /// <summary>The address with something in the place of each parameter that nothing has.</summary>
    internal static string Address(string page) => Optional().Replace(Parameter().Replace(page, Guid.Empty.ToString()), "");

    private static string Word(HttpResponseMessage answer) => answer.StatusCode switch
    {
        HttpStatusCode.Forbidden => "禁",
        HttpStatusCode.NotFound or HttpStatusCode.Gone => "无",
        HttpStatusCode.Redirect when answer.Headers.Location?.OriginalString.StartsWith("/account/sign-in?", StringComparison.Ordinal) == true => "登",
        HttpStatusCode.OK or HttpStatusCode.Redirect => "可",
        var code => ((int)code).ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    [GeneratedRegex(@"\{[^}?]+\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"/\{[^}]+\?\}")]
    private static partial Regex Optional();
}
