using Luoshi.App.Ledgers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Luoshi.App.Data.Mapping;

internal sealed class StagedUploadMapping : IEntityTypeConfiguration<StagedUpload>
{
    public void Configure(EntityTypeBuilder<StagedUpload> builder)
    {
        builder.ToTable("staged_uploads").HasKey(upload => new { upload.GovernmentId, upload.AccountId, upload.Hash });
        builder.Property(upload => upload.Hash).HasMaxLength(64);
        builder.HasIndex(upload => upload.At);
        builder.BelongsToGovernment(upload => upload.GovernmentId);
    }
}
