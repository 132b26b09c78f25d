using System.Net;
using System.Text.RegularExpressions;
using Luoshi.Core.Accounts;

namespace Luoshi.Web.Tests.Guide;

/// <summary>The guide of the repository, read in the system by whoever needs it.</summary>
public sealed partial class ReadingTheGuide
{
    [Fact]
    public async Task Every_role_finds_its_own_steps_with_their_pictures()
    {
        await using var site = await Site.CreateAsync();
        var pictures = new List<string>();
        foreach (var role in Enum.GetValues<Role>())
        {
            using var person = await site.SignInAsync(site.District.Person(role, role.IsOfUnit() ? site.District.Farming.Id : null, role == Role.Leader ? site.District.Posts[0].Id : null));

            var own = Picture().Matches(await person.ReadAsync("/help/steps")).Select(match => match.Value).ToList();
            using var shown = await person.GetAsync(own[0]);

            Assert.Equal((HttpStatusCode.OK, "image/webp"), (shown.StatusCode, shown.Content.Headers.ContentType?.MediaType));
            pictures.AddRange(own);
        }

        Assert.Equal(Directory.GetFiles(Camera.Folder).Length, pictures.Distinct().Count());
    }

    [GeneratedRegex("/assets/guide/[^\"]+")]
    private static partial Regex Picture();
}
