using Luoshi.Core.Checks;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Luoshi.App.Data.Mapping;

internal sealed class DueItemMapping : IEntityTypeConfiguration<DueItem>
{
    public void Configure(EntityTypeBuilder<DueItem> builder)
    {
        builder.ToTable("due_items").HasKey(item => new { item.GovernmentId, item.Id });
        builder.Property(item => item.Span).HasMaxLength(16);
        builder.Property(item => item.Version).IsConcurrencyToken();
        builder.HasIndex(item => new { item.GovernmentId, item.TaskId, item.Span, item.UnitId }).IsUnique();
        builder.HasIndex(item => new { item.GovernmentId, item.Month, item.UnitId });
        builder.HasIndex(item => new { item.GovernmentId, item.Month, item.PostId });
        builder.HasOne<KeyTask>().WithMany().HasForeignKey(item => new { item.GovernmentId, item.TaskId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ProgressReportMapping : IEntityTypeConfiguration<ProgressReport>
{
    public void Configure(EntityTypeBuilder<ProgressReport> builder)
    {
        builder.ToTable("progress_reports").HasKey(report => new { report.GovernmentId, report.Id });
        builder.Property(report => report.Span).HasMaxLength(16);
        builder.Property(report => report.Version).IsConcurrencyToken();
        builder.Property(report => report.Standings).HasConversion(new JsonConverter<List<TargetStanding>>(), new JsonComparer<List<TargetStanding>>());
        builder.Ignore(report => report.Text);
        builder.Property(report => report.Readings).HasConversion(new JsonConverter<List<ConfirmedReading>>(), new JsonComparer<List<ConfirmedReading>>());
        builder.HasIndex(report => new { report.GovernmentId, report.DueItemId }).IsUnique();
        builder.HasIndex(report => new { report.GovernmentId, report.Month, report.Status });

        // How a task stood before is read from it alone, the newest first, without the texts.
        builder.HasIndex(report => new { report.GovernmentId, report.TaskId, report.Month, report.Span, report.Id, report.Status, report.Verdict }).HasDatabaseName("ix_progress_reports_of_task");
        builder.HasOne<DueItem>().WithOne().HasForeignKey<ProgressReport>(report => new { report.GovernmentId, report.DueItemId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReportVersionMapping : IEntityTypeConfiguration<ReportVersion>
{
    public void Configure(EntityTypeBuilder<ReportVersion> builder)
    {
        builder.ToTable("report_versions").HasKey(version => new { version.GovernmentId, version.ReportId, version.Submission });
        builder.HasOne<ProgressReport>().WithMany().HasForeignKey(version => new { version.GovernmentId, version.ReportId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RaisedDoubtMapping : IEntityTypeConfiguration<RaisedDoubt>
{
    public void Configure(EntityTypeBuilder<RaisedDoubt> builder)
    {
        builder.ToTable("raised_doubts").HasKey(doubt => new { doubt.GovernmentId, doubt.Id });
        builder.Property(doubt => doubt.Key).HasMaxLength(128);
        builder.Property(doubt => doubt.Evidence).HasConversion(new JsonConverter<List<Evidence>>(), new JsonComparer<List<Evidence>>());
        builder.Property(doubt => doubt.Version).IsConcurrencyToken();
        builder.HasIndex(doubt => new { doubt.GovernmentId, doubt.ReportId });
        builder.HasIndex(doubt => new { doubt.GovernmentId, doubt.TaskId, doubt.Month });
        builder.HasIndex(doubt => new { doubt.GovernmentId, doubt.Month, doubt.State });
        builder.HasOne<ProgressReport>().WithMany().HasForeignKey(doubt => new { doubt.GovernmentId, doubt.ReportId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RuleSetMapping : IEntityTypeConfiguration<RuleSet>
{
    public void Configure(EntityTypeBuilder<RuleSet> builder)
    {
        builder.ToTable("rule_sets").HasKey(rules => new { rules.GovernmentId, rules.Id });
        builder.HasIndex(rules => new { rules.GovernmentId, rules.From });
        builder.HasIndex(rules => new { rules.GovernmentId, rules.ReplacedId }).IsUnique();
        builder.BelongsToGovernment(rules => rules.GovernmentId);
    }
}

internal sealed class AttachmentMapping : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.ToTable("attachments").HasKey(file => new { file.GovernmentId, file.Id });
        builder.Property(file => file.Name).HasMaxLength(255);
        builder.Property(file => file.ContentHash).HasMaxLength(64);
        builder.HasIndex(file => new { file.GovernmentId, file.ReportId });
        builder.HasIndex(file => file.ContentHash);
        builder.HasOne<ProgressReport>().WithMany().HasForeignKey(file => new { file.GovernmentId, file.ReportId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OpenedPeriodMapping : IEntityTypeConfiguration<OpenedPeriod>
{
    public void Configure(EntityTypeBuilder<OpenedPeriod> builder)
    {
        builder.ToTable("opened_periods").HasKey(period => new { period.GovernmentId, period.LedgerId, period.Month });
        builder.HasOne<Ledger>().WithMany().HasForeignKey(period => new { period.GovernmentId, period.LedgerId }).OnDelete(DeleteBehavior.Restrict);
    }
}
