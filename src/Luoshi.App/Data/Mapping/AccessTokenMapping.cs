using Luoshi.App.Accounts;
using Luoshi.App.Idempotency;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Luoshi.App.Data.Mapping;

internal sealed class AccessTokenMapping : IEntityTypeConfiguration<AccessToken>
{
    public void Configure(EntityTypeBuilder<AccessToken> builder)
    {
        builder.ToTable("access_tokens").HasKey(token => new { token.GovernmentId, token.Id });
        builder.Property(token => token.Name).HasMaxLength(CreateAccessToken.LongestName);
        builder.HasIndex(token => token.TokenHash).IsUnique();
        builder.HasIndex(token => new { token.GovernmentId, token.AccountId });
        builder.HasOne<Account>().WithMany().HasForeignKey(token => token.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Position>().WithMany().HasForeignKey(token => new { token.GovernmentId, token.PositionId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class IdempotencyRecordMapping : IEntityTypeConfiguration<IdempotencyRecord>
{
    public void Configure(EntityTypeBuilder<IdempotencyRecord> builder)
    {
        builder.ToTable("idempotency_records").HasKey(record => new { record.GovernmentId, record.AccountId, record.Key });
        builder.Property(record => record.Key).HasMaxLength(IdempotencyRecord.LongestKey);
        builder.Property(record => record.ETag).HasMaxLength(64);
        builder.Property(record => record.Location).HasMaxLength(300);
        builder.Property(record => record.ContentType).HasMaxLength(100);
        builder.HasIndex(record => record.At);
    }
}
