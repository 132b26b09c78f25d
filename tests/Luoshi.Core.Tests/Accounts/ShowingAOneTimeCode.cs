using System.Text;
using CsCheck;
using Luoshi.Core.Accounts;

namespace Luoshi.Core.Tests.Accounts;

public sealed class ShowingAOneTimeCode
{
    private static readonly byte[] s_secret = Encoding.ASCII.GetBytes("12345678901234567890");

    // Appendix B of RFC 6238, the last six of its eight digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void It_is_what_every_authenticator_shows(long seconds, string code)
    {
        Assert.Equal(code, OneTimeCode.At(s_secret, DateTime.UnixEpoch.AddSeconds(seconds)));
    }

    [Fact]
    public void A_telephone_half_a_minute_off_is_good_and_a_minute_more_is_not()
    {
        var now = DateTime.UnixEpoch.AddSeconds(1234567890);

        Assert.NotNull(OneTimeCode.Match(s_secret, OneTimeCode.At(s_secret, now.AddSeconds(-30)), now, 0));
        Assert.NotNull(OneTimeCode.Match(s_secret, OneTimeCode.At(s_secret, now.AddSeconds(30)), now, 0));
        Assert.Null(OneTimeCode.Match(s_secret, OneTimeCode.At(s_secret, now.AddSeconds(-90)), now, 0));
    }

    [Fact]
    public void A_code_is_good_once()
    {
        var now = DateTime.UnixEpoch.AddSeconds(1234567890);
        var code = OneTimeCode.At(s_secret, now);
        var step = OneTimeCode.Match(s_secret, code, now, 0);

        var again = OneTimeCode.Match(s_secret, code, now.AddSeconds(5), step!.Value);

        Assert.Null(again);
    }

    [Theory, InlineData("foobar", "MZXW6YTBOI"), InlineData("f", "MY"), InlineData("fooba", "MZXW6YTB")]
    public void The_secret_is_typed_as_rfc_4648_says(string secret, string typed)
    {
        Assert.Equal(typed, OneTimeCode.ToBase32(Encoding.ASCII.GetBytes(secret)));
    }

    [Fact]
    public void Whatever_else_is_typed_is_no_code()
    {
        Gen.String.Where(text => text.Length != 6).Sample(text => OneTimeCode.Match(s_secret, text, DateTime.UnixEpoch.AddSeconds(1234567890), 0) is null);
    }
}
