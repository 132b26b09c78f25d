using Luoshi.Core.Accounts;

namespace Luoshi.Core.Tests.Accounts;

public sealed class ChoosingAPassword
{
    private static readonly string[] s_names = ["tangxm", "唐小满", "区农业农村局", "青岚区"];

    [Theory]
    [InlineData("Tian7!a", "password-too-short")]
    [InlineData("tianye-tianye", "password-too-simple")]
    [InlineData("P@ssw0rd2024!", "password-common")]
    [InlineData("Admin@123", "password-common")]
    [InlineData("Woaini1314!", "password-common")]
    [InlineData("1qaz2WSX", "password-common")]
    [InlineData("Aa1Aa1Aa1", "password-common")]
    [InlineData("Luoshi@2026", "password-common")]
    [InlineData("!QAZ2wsx", "password-common")]
    [InlineData("Tangxm-8842", "password-has-name")]
    [InlineData("Ab1唐小满xyz", "password-has-name")]
    [InlineData("Dao-gu7wan", null)]
    public void By_the_protection_level_it_has_classes_and_is_nobodys_first_guess(string password, string? refused)
    {
        Assert.Equal(refused, PasswordRules.Of(PasswordProfile.LevelThree, hasSecondFactor: false).Refuse(password, s_names)?.Code);
    }

    [Theory]
    [InlineData("daogu wanli fei", false, null)]
    [InlineData("daogu wanli", false, "password-too-short")]
    [InlineData("daogu wanli", true, null)]
    [InlineData("password", true, "password-common")]
    [InlineData("abcdefghijklmno", false, "password-common")]
    public void By_nist_it_is_long_and_may_be_a_sentence(string password, bool hasSecondFactor, string? refused)
    {
        Assert.Equal(refused, PasswordRules.Of(PasswordProfile.Nist, hasSecondFactor).Refuse(password, s_names)?.Code);
    }

    [Fact]
    public void A_book_is_refused()
    {
        Assert.Equal("password-too-long", PasswordRules.Of(PasswordProfile.LevelThree, false).Refuse(string.Concat(Enumerable.Repeat("Dao-gu7wan", 13)), [])?.Code);
    }
}
