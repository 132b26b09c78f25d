namespace Luoshi.Core.Accounts;

/// <summary>密码策略, by the name of the paper it follows.</summary>
public enum PasswordProfile
{
    /// <summary>等保三级: classes of characters, changed every 90 days. The figures are custom; GB/T 22239-2019 8.1.4.1 a asks for complexity and regular change.</summary>
    LevelThree,

    /// <summary>NIST SP 800-63B-4: long, and never changed without a reason.</summary>
    Nist,
}

/// <summary>密码规则 — what a new password must be.</summary>
public sealed record PasswordRules
{
    /// <summary>Longer ones are refused, so that nobody makes the server hash a book.</summary>
    public const int Longest = 128;

    public required int Shortest { get; init; }

    /// <summary>How many of upper case, lower case, digits and other characters.</summary>
    public required int Classes { get; init; }

    /// <summary>After which a new one is asked for; null for never.</summary>
    public required TimeSpan? GoodFor { get; init; }

    /// <summary>How many passwords, the present one included, may not come again.</summary>
    public required int Remembered { get; init; }

    /// <summary>The rules of a profile. NIST lets a second factor make up for length.</summary>
    public static PasswordRules Of(PasswordProfile profile, bool hasSecondFactor) => profile switch
    {
        PasswordProfile.LevelThree => new PasswordRules { Shortest = 8, Classes = 3, GoodFor = TimeSpan.FromDays(90), Remembered = 5 },
        PasswordProfile.Nist => new PasswordRules { Shortest = hasSecondFactor ? 8 : 15, Classes = 1, GoodFor = null, Remembered = 1 },
    };

    /// <summary>In one line, to be read before one chooses.</summary>
    public string Advice => (Classes > 1
            ? $"{Shortest}位以上，大写字母、小写字母、数字、符号至少用{Classes}种"
            : $"{Shortest}位以上，可以是一句话")
        + "；不用常见密码，不含账号、姓名和单位名"
        + (Remembered > 1 ? $"；不与最近{Remembered}次相同" : "");

    /// <param name="password">The new password.</param>
    /// <param name="names">What it may not contain: the account, the person, the unit, the place.</param>
    /// <returns>Null when it is good; <c>password-too-short</c>, <c>password-too-long</c>, <c>password-too-simple</c>, <c>password-common</c>, <c>password-has-name</c>.</returns>
    public Refusal? Refuse(string password, IEnumerable<string> names)
    {
        if (password.Length < Shortest)
        {
            return new Refusal("password-too-short", $"新密码至少{Shortest}位，现在是{password.Length}位。");
        }

        if (password.Length > Longest)
        {
            return new Refusal("password-too-long", $"新密码最多{Longest}位。");
        }

        if (ClassesOf(password) < Classes)
        {
            return new Refusal("password-too-simple", $"新密码要有大写字母、小写字母、数字、符号中的至少{Classes}种。");
        }

        if (CommonPasswords.Contain(password))
        {
            return new Refusal("password-common", "这个密码太常见，容易被猜到，请换一个。");
        }

        return names.FirstOrDefault(name => IsTelling(name) && password.Contains(name, StringComparison.OrdinalIgnoreCase)) is { } name
            ? new Refusal("password-has-name", $"新密码里不要出现“{name}”。")
            : null;
    }

    // Two letters are in many a word; two Chinese characters are a name.
    private static bool IsTelling(string name) => name.Length >= 3 || (name.Length == 2 && name[0] >= 0x4E00);

    private static int ClassesOf(string password) =>
        (password.Any(char.IsAsciiLetterUpper) ? 1 : 0)
        + (password.Any(char.IsAsciiLetterLower) ? 1 : 0)
        + (password.Any(char.IsAsciiDigit) ? 1 : 0)
        + (password.Any(c => !char.IsAsciiLetterOrDigit(c)) ? 1 : 0);
}
