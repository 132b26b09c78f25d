using System.Text;
using Luoshi.Core.Accounts;
using Luoshi.Testing;

namespace Luoshi.Core.Tests.Accounts;

public sealed class GrantingOperations
{
    [Fact]
    public void Which_role_may_do_what_is_as_agreed()
    {
        var roles = Enum.GetValues<Role>();
        var table = new StringBuilder();

        table.Append("操作 ").AppendJoin(' ', roles.Select(role => role.Name())).Append('\n');
        foreach (var operation in Enum.GetValues<Operation>())
        {
            table.Append(operation).Append('（').Append(operation.Name()).Append("） ").AppendJoin(' ', roles.Select(role => Grants.Allows(role, operation) ? "可" : "－")).Append('\n');
        }

        Golden.MatchesFile(table.ToString(), "grants.txt");
    }

    [Fact]
    public void Every_operation_is_somebodys()
    {
        Assert.All(Enum.GetValues<Operation>(), operation => Assert.Contains(Enum.GetValues<Role>(), role => Grants.Allows(role, operation)));
    }

    [Fact]
    public void No_two_of_the_three_administrators_share_an_operation_and_none_sees_business()
    {
        var administrators = Enum.GetValues<Role>().Where(role => role.IsAdministrator()).ToList();

        var shared = Enum.GetValues<Operation>().Where(operation => administrators.Count(role => Grants.Allows(role, operation)) > 1);
        var business = Enum.GetValues<Operation>().Where(operation => administrators.Any(role => Grants.Allows(role, operation)) && Enum.GetValues<Role>().Any(role => !role.IsAdministrator() && Grants.Allows(role, operation)));

        Assert.Empty(shared);
        Assert.Empty(business);
        Assert.All(administrators, role => Assert.Equal(Scope.None, role.Scope()));
    }

    [Fact]
    public void Nobody_who_has_not_signed_in_may_do_anything()
    {
        Assert.All(Enum.GetValues<Operation>(), operation => Assert.Equal("forbidden", Access.Nobody.Refuse(operation)?.Code));
    }

    [Fact]
    public void A_token_that_only_reads_looks_at_what_its_role_works_on_and_does_none_of_it()
    {
        var clerk = new Access { GovernmentId = 1, Scope = Scope.Government, Name = "程禾", Role = Role.Clerk };
        var reader = clerk with { ReadsOnly = true };
        var unit = clerk with { Role = Role.UnitReporter, ReadsOnly = true };

        var (done, seen, ofAnother) = (reader.Refuse(Operation.SendReminders), reader.RefuseReading(Operation.SendReminders), unit.RefuseReading(Operation.SendReminders));

        Assert.Null(clerk.Refuse(Operation.SendReminders));
        Assert.Equal("token-reads-only", done?.Code);
        Assert.Null(seen);
        Assert.Equal("forbidden", ofAnother?.Code);
        Assert.All(Enum.GetValues<Operation>(), operation => Assert.Equal("forbidden", Access.Nobody.RefuseReading(operation)?.Code));
    }
}
