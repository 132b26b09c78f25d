using Luoshi.App.Accounts;
using Luoshi.App.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Luoshi.App.Data.Mapping;

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts");
        builder.Property(account => account.DisplayName).HasMaxLength(50);
        builder.Property(account => account.SecondFactorSecret).HasMaxLength(400);
        builder.HasIndex(account => account.GovernmentId);
    }
}

internal sealed class PositionMapping : IEntityTypeConfiguration<Position>
{
    public void Configure(EntityTypeBuilder<Position> builder)
    {
        builder.ToTable("positions").HasKey(position => new { position.GovernmentId, position.Id });
        builder.HasIndex(position => new { position.GovernmentId, position.AccountId });
        builder.HasOne<Account>().WithMany().HasForeignKey(position => position.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("sessions").HasKey(session => session.SecretHash);
        builder.HasIndex(session => session.AccountId);
        builder.Property(session => session.Agent).HasMaxLength(300);
        builder.HasOne<Account>().WithMany().HasForeignKey(session => session.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SecurityPolicyMapping : IEntityTypeConfiguration<SecurityPolicy>
{
    public void Configure(EntityTypeBuilder<SecurityPolicy> builder)
    {
        builder.ToTable("security_policies").HasKey(policy => policy.GovernmentId);
        builder.Property(policy => policy.GovernmentId).ValueGeneratedNever();
        builder.Property(policy => policy.Version).IsConcurrencyToken();
        builder.BelongsToGovernment(policy => policy.GovernmentId);
    }
}

internal sealed class FormerPasswordMapping : IEntityTypeConfiguration<FormerPassword>
{
    public void Configure(EntityTypeBuilder<FormerPassword> builder)
    {
        builder.ToTable("former_passwords").HasKey(password => new { password.GovernmentId, password.Id });
        builder.Property(password => password.PasswordHash).HasMaxLength(200);
        builder.HasIndex(password => password.AccountId);
        builder.HasOne<Account>().WithMany().HasForeignKey(password => password.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RecoveryCodeMapping : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("recovery_codes").HasKey(code => new { code.GovernmentId, code.AccountId, code.CodeHash });
        builder.Property(code => code.UsedAt).IsConcurrencyToken();
        builder.HasOne<Account>().WithMany().HasForeignKey(code => code.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SetupLinkMapping : IEntityTypeConfiguration<SetupLink>
{
    public void Configure(EntityTypeBuilder<SetupLink> builder)
    {
        builder.ToTable("setup_links").HasKey(link => link.TokenHash);
        builder.Property(link => link.UsedAt).IsConcurrencyToken();
    }
}

internal sealed class ProtectionKeyMapping : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> builder) => builder.ToTable("protection_keys").HasKey(key => key.Id);
}

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit_entries").HasKey(entry => new { entry.GovernmentId, entry.Sequence });
        builder.Property(entry => entry.Action).HasMaxLength(64);
        builder.Property(entry => entry.Subject).HasMaxLength(64);
        builder.HasIndex(entry => new { entry.GovernmentId, entry.SubjectId });
    }
}

internal sealed class AuditChainMapping : IEntityTypeConfiguration<AuditChain>
{
    public void Configure(EntityTypeBuilder<AuditChain> builder)
    {
        builder.ToTable("audit_chains").HasKey(chain => chain.GovernmentId);
        builder.Property(chain => chain.GovernmentId).ValueGeneratedNever();
    }
}

internal sealed class AuditAnchorMapping : IEntityTypeConfiguration<AuditAnchor>
{
    public void Configure(EntityTypeBuilder<AuditAnchor> builder) => builder.ToTable("audit_anchors").HasKey(anchor => new { anchor.GovernmentId, anchor.Day });
}
