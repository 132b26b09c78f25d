using System.Text.RegularExpressions;

namespace Luoshi.App.Tests.Accounts;

/// <summary>Whoever writes an operation cannot forget to ask who is acting.</summary>
public sealed partial class AskingBeforeActing
{
    // Each with the reason why it asks for no grant of a role.
    private static readonly Dictionary<string, string> s_askNot = new()
    {
        ["SignIn"] = "nobody has a role before it",
        ["SignOut"] = "ends the own session",
        ["FindSession"] = "says what the role is",
        ["SwitchPosition"] = "to an own position, which it looks up",
        ["ChangePassword"] = "of the own account, by its password",
        ["EnrolSecondFactor"] = "of the own account",
        ["ShowSecondFactor"] = "of the own account",
        ["IssueSetupLink"] = "by the program at its start, to the console",
        ["SetUp"] = "by whoever holds the link",
        ["CreateGovernment"] = "by the program: at set-up and in the demo",
        ["SeedDistrict"] = "by the program in the demo",
        ["SeedReturns"] = "by the program in the demo",
        ["AnchorAudit"] = "a job",
        ["DisableDormantAccounts"] = "a job",
        ["ReadDocuments"] = "files of the caller's own machine, no store",
        ["CheckDocuments"] = "files of the caller's own machine, no store",
        ["CompileMaterial"] = "files of the caller's own machine, no store",
        ["SaveTemplate"] = "files of the caller's own machine, no store",
        ["HandleReport"] = "is given the operation to ask for",
        ["HandleRectification"] = "is given the operation to ask for",
        ["PrefillForm"] = "of the sheet, and ReadSheet asks",
        ["ReadReturn"] = "for the sheet, and ReadSheet asks",
        ["ReadNotices"] = "one's own",
        ["GiveFeedback"] = "by anybody who has signed in",
        ["CreateAccessToken"] = "for one's own position; administrators are refused",
        ["RevokeAccessToken"] = "one's own",
        ["FindAccessToken"] = "says what the role is",
        ["JoinIndex"] = "a job",
        ["ForgetAnswers"] = "a job",
        ["TakeLease"] = "a job",
        ["TidyUp"] = "a job",
        ["OpenDuePeriods"] = "a job",
        ["RemindDueUnits"] = "a job",
        ["DeliverOutbox"] = "a job",
        ["MeasureOutbox"] = "counts for the metrics, no row is shown",
        ["RestoreBackup"] = "by the owner of the machine, into an empty store",
    };

    [Fact]
    public void Every_operation_asks_or_stands_on_the_list_with_its_reason()
    {
        var silent = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Luoshi.App"), "*.cs", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetFileNameWithoutExtension(file), Source: File.ReadAllText(file)))
            .Where(file => Executes().IsMatch(file.Source) && !Asks().IsMatch(file.Source))
            .Select(file => file.Name);

        Assert.Equal([], silent.Except(s_askNot.Keys).Order());
    }

    [Fact]
    public void Nothing_is_on_the_list_that_is_gone()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Luoshi.App"), "*.cs", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension);

        Assert.Equal([], s_askNot.Keys.Except(sources));
    }

    [GeneratedRegex(@"public (static )?(async )?(Task|Outcome)<?.*>? Execute(Async)?\(")]
    private static partial Regex Executes();

    // HandleReport, HandleRectification and OpenTask ask for the operation they are given.
    [GeneratedRegex(@"Access\.Refuse(Reading)?\((Core\.Accounts\.)?Operation\.|(HandleReport|HandleRectification)\.ExecuteAsync\(\s*db, Operation\.|OpenTask\.LoadAsync\(db, Operation\.")]
    private static partial Regex Asks();
}
