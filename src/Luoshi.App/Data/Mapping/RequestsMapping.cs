using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Luoshi.App.Data.Mapping;

internal sealed class ExtensionRequestMapping : IEntityTypeConfiguration<ExtensionRequest>
{
    public void Configure(EntityTypeBuilder<ExtensionRequest> builder)
    {
        builder.ToTable("extension_requests").HasKey(request => new { request.GovernmentId, request.Id });
        builder.Property(request => request.Reason).HasMaxLength(ExtensionRequest.LongestReason);
        builder.Property(request => request.Note).HasMaxLength(ExtensionRequest.LongestReason);
        builder.Property(request => request.Version).IsConcurrencyToken();
        builder.HasIndex(request => new { request.GovernmentId, request.DueItemId });
        builder.HasIndex(request => new { request.GovernmentId, request.Month, request.State });
        builder.HasOne<DueItem>().WithMany().HasForeignKey(request => new { request.GovernmentId, request.DueItemId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ContributionMapping : IEntityTypeConfiguration<Contribution>
{
    public void Configure(EntityTypeBuilder<Contribution> builder)
    {
        builder.ToTable("contributions").HasKey(part => new { part.GovernmentId, part.Id });
        builder.Property(part => part.Version).IsConcurrencyToken();
        builder.HasIndex(part => new { part.GovernmentId, part.DueItemId, part.UnitId }).IsUnique();
        builder.HasOne<DueItem>().WithMany().HasForeignKey(part => new { part.GovernmentId, part.DueItemId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(part => new { part.GovernmentId, part.UnitId }).OnDelete(DeleteBehavior.Restrict);
    }
}
