using Luoshi.Core.Ledgers;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reminding;
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
        builder.HasIndex(objection => new { objection.GovernmentId, objection.SubjectId, objection.DecidedAt }).IsUnique();
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

internal sealed class OfficeWordsMapping : IEntityTypeConfiguration<OfficeWords>
{
    public void Configure(EntityTypeBuilder<OfficeWords> builder)
    {
        builder.ToTable("office_words").HasKey(words => words.GovernmentId);
        builder.Property(words => words.GovernmentId).ValueGeneratedNever();
        builder.Property(words => words.Version).IsConcurrencyToken();
        builder.Property(words => words.ReturnReasons).HasConversion(new JsonConverter<List<ReturnReason>>(), new JsonComparer<List<ReturnReason>>());
        builder.Property(words => words.ReminderAsks).HasMaxLength(OfficeWords.LongestText);
        builder.Property(words => words.ReminderCloses).HasMaxLength(OfficeWords.LongestText);
        builder.BelongsToGovernment(words => words.GovernmentId);
    }
}

internal sealed class SavedViewMapping : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("saved_views").HasKey(view => new { view.GovernmentId, view.Id });
        builder.Property(view => view.Name).HasMaxLength(SavedView.LongestName);
        builder.Property(view => view.Query).HasMaxLength(SavedView.LongestQuery);
        builder.HasIndex(view => new { view.GovernmentId, view.AccountId, view.Name }).IsUnique();
        builder.BelongsToGovernment(view => view.GovernmentId);
    }
}

internal sealed class SentReminderMapping : IEntityTypeConfiguration<SentReminder>
{
    public void Configure(EntityTypeBuilder<SentReminder> builder)
    {
        builder.ToTable("sent_reminders").HasKey(sent => new { sent.GovernmentId, sent.Id });
        builder.Property(sent => sent.Subject).HasMaxLength(300);
        builder.HasIndex(sent => new { sent.GovernmentId, sent.UnitId, sent.SentAt });

        // The quiet hours are longer than what is left of a day after its first reminder: of two who send at once, on whatever nodes, one does.
        builder.HasIndex(sent => new { sent.GovernmentId, sent.UnitId, sent.Day }).IsUnique();
        builder.HasIndex(sent => new { sent.GovernmentId, sent.SentAt });
        builder.HasOne<Unit>().WithMany().HasForeignKey(sent => new { sent.GovernmentId, sent.UnitId }).OnDelete(DeleteBehavior.Restrict);
    }
}
