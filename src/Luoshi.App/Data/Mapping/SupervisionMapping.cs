using Luoshi.Core.Ledgers;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reporting;
using Luoshi.Core.Supervision;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Luoshi.App.Data.Mapping;

internal sealed class RectificationMapping : IEntityTypeConfiguration<Rectification>
{
    public void Configure(EntityTypeBuilder<Rectification> builder)
    {
        builder.ToTable("rectifications").HasKey(rectification => new { rectification.GovernmentId, rectification.Id });
        builder.Property(rectification => rectification.Version).IsConcurrencyToken();
        builder.Property(rectification => rectification.Requirement).HasMaxLength(Rectification.LongestText);
        builder.Property(rectification => rectification.Steps).HasConversion(new JsonConverter<List<RectificationStep>>(), new JsonComparer<List<RectificationStep>>());
        builder.HasIndex(rectification => new { rectification.GovernmentId, rectification.State, rectification.DueAt });
        builder.HasIndex(rectification => new { rectification.GovernmentId, rectification.UnitId });
        builder.HasIndex(rectification => new { rectification.GovernmentId, rectification.TaskId });
        builder.HasOne<KeyTask>().WithMany().HasForeignKey(rectification => new { rectification.GovernmentId, rectification.TaskId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(rectification => new { rectification.GovernmentId, rectification.UnitId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ObjectionMapping : IEntityTypeConfiguration<Objection>
{
    public void Configure(EntityTypeBuilder<Objection> builder)
    {
        builder.ToTable("objections").HasKey(objection => new { objection.GovernmentId, objection.Id });
        builder.Property(objection => objection.Version).IsConcurrencyToken();
        builder.Property(objection => objection.Grounds).HasMaxLength(Objection.LongestText);
        builder.Property(objection => objection.Answer).HasMaxLength(Objection.LongestText);

        // One objection to one decision.
        builder.HasIndex(objection => new { objection.GovernmentId, objection.ReportId, objection.DecidedAt }).IsUnique();
        builder.HasIndex(objection => new { objection.GovernmentId, objection.State, objection.AnswerDue });
        builder.HasOne<ProgressReport>().WithMany().HasForeignKey(objection => new { objection.GovernmentId, objection.ReportId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(objection => new { objection.GovernmentId, objection.UnitId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CircularMapping : IEntityTypeConfiguration<Circular>
{
    public void Configure(EntityTypeBuilder<Circular> builder)
    {
        builder.ToTable("circulars").HasKey(circular => new { circular.GovernmentId, circular.Id });
        builder.Property(circular => circular.Version).IsConcurrencyToken();
        builder.Property(circular => circular.Title).HasMaxLength(200);
        builder.Property(circular => circular.ApprovedBy).HasMaxLength(100);
        builder.HasIndex(circular => new { circular.GovernmentId, circular.Month });
        builder.HasOne<Material>().WithMany().HasForeignKey(circular => new { circular.GovernmentId, circular.MaterialId }).OnDelete(DeleteBehavior.Restrict);
    }
}
