using Luoshi.App.Jobs;
using Luoshi.App.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Luoshi.App.Data.Mapping;

internal sealed class OutboxMessageMapping : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox_messages").HasKey(message => new { message.GovernmentId, message.Id });
        builder.Property(message => message.Attempts).IsConcurrencyToken();
        builder.Property(message => message.To).HasMaxLength(320);
        builder.Property(message => message.Subject).HasMaxLength(300);
        builder.Property(message => message.IdempotencyKey).HasMaxLength(200);
        builder.Property(message => message.LastError).HasMaxLength(300);
        builder.HasIndex(message => new { message.GovernmentId, message.IdempotencyKey }).IsUnique();
        builder.HasIndex(message => new { message.State, message.NextAttemptAt });
        builder.BelongsToGovernment(message => message.GovernmentId);
    }
}

internal sealed class RobotMapping : IEntityTypeConfiguration<Robot>
{
    public void Configure(EntityTypeBuilder<Robot> builder)
    {
        builder.ToTable("robots").HasKey(robot => new { robot.GovernmentId, robot.Id });
        builder.Property(robot => robot.Name).HasMaxLength(50);
        builder.BelongsToGovernment(robot => robot.GovernmentId);
    }
}

internal sealed class LeaseMapping : IEntityTypeConfiguration<Lease>
{
    public void Configure(EntityTypeBuilder<Lease> builder)
    {
        builder.ToTable("leases").HasKey(lease => lease.Name);
        builder.Property(lease => lease.Name).HasMaxLength(64);
        builder.Property(lease => lease.Holder).HasMaxLength(200);
    }
}
