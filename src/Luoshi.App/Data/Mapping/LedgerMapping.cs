using Luoshi.Core.Ledgers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Luoshi.App.Data.Mapping;

internal sealed class GovernmentMapping : IEntityTypeConfiguration<Government>
{
    public void Configure(EntityTypeBuilder<Government> builder)
    {
        builder.ToTable("governments").HasKey(government => government.Id);
        builder.Property(government => government.Id).ValueGeneratedNever();
        builder.Property(government => government.Name).HasMaxLength(100);
        builder.HasIndex(government => government.Name).IsUnique();
        builder.HasOne<Government>().WithMany().HasForeignKey(government => government.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class UnitMapping : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.ToTable("units").HasKey(unit => new { unit.GovernmentId, unit.Id });
        builder.Property(unit => unit.Name).HasMaxLength(100);
        builder.Property(unit => unit.Qualifier).HasMaxLength(50);
        builder.Property(unit => unit.Version).IsConcurrencyToken();
        builder.Property(unit => unit.Aliases).HasConversion(new JsonConverter<List<string>>(), new JsonComparer<List<string>>());
        builder.HasIndex(unit => new { unit.GovernmentId, unit.Name, unit.Qualifier }).IsUnique();
        builder.BelongsToGovernment(unit => unit.GovernmentId);
    }
}

internal sealed class LeaderPostMapping : IEntityTypeConfiguration<LeaderPost>
{
    public void Configure(EntityTypeBuilder<LeaderPost> builder)
    {
        builder.ToTable("leader_posts").HasKey(post => new { post.GovernmentId, post.Id });
        builder.Property(post => post.Title).HasMaxLength(50);
        builder.Property(post => post.Version).IsConcurrencyToken();
        builder.Property(post => post.Holders).HasConversion(new JsonConverter<List<PostHolder>>(), new JsonComparer<List<PostHolder>>());
        builder.BelongsToGovernment(post => post.GovernmentId);
    }
}

internal sealed class LedgerRowMapping : IEntityTypeConfiguration<Ledger>
{
    public void Configure(EntityTypeBuilder<Ledger> builder)
    {
        builder.ToTable("ledgers").HasKey(ledger => new { ledger.GovernmentId, ledger.Id });
        builder.Property(ledger => ledger.Title).HasMaxLength(200);
        builder.Property(ledger => ledger.Version).IsConcurrencyToken();
        builder.HasIndex(ledger => new { ledger.GovernmentId, ledger.Year }).IsUnique();
        builder.BelongsToGovernment(ledger => ledger.GovernmentId);
    }
}

internal sealed class SourceSentenceMapping : IEntityTypeConfiguration<SourceSentence>
{
    public void Configure(EntityTypeBuilder<SourceSentence> builder)
    {
        builder.ToTable("source_sentences").HasKey(sentence => new { sentence.GovernmentId, sentence.Id });
        builder.HasIndex(sentence => new { sentence.GovernmentId, sentence.LedgerId, sentence.Position }).IsUnique();
        builder.HasOne<Ledger>().WithMany().HasForeignKey(sentence => new { sentence.GovernmentId, sentence.LedgerId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class KeyTaskMapping : IEntityTypeConfiguration<KeyTask>
{
    public void Configure(EntityTypeBuilder<KeyTask> builder)
    {
        builder.ToTable("key_tasks").HasKey(task => new { task.GovernmentId, task.Id });
        builder.Property(task => task.Version).IsConcurrencyToken();

        // Of two returns on a task at the same time, the one that comes second must see the first, also where that was the latest before: the newest stays the newest.
        builder.Property(task => task.LatestReportAt).IsConcurrencyToken();
        builder.Property(task => task.Theme).HasMaxLength(KeyTask.LongestTheme);
        builder.HasIndex(task => new { task.GovernmentId, task.LedgerId, task.PostId, task.Number });
        builder.HasIndex(task => new { task.GovernmentId, task.PostId });
        builder.HasOne<Ledger>().WithMany().HasForeignKey(task => new { task.GovernmentId, task.LedgerId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<LeaderPost>().WithMany().HasForeignKey(task => new { task.GovernmentId, task.PostId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(task => new { task.GovernmentId, task.LeadUnitId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<KeyTask>().WithMany().HasForeignKey(task => new { task.GovernmentId, task.ParentId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<KeyTask>().WithMany().HasForeignKey(task => new { task.GovernmentId, task.MergedIntoId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class KeyTaskVersionMapping : IEntityTypeConfiguration<KeyTaskVersion>
{
    public void Configure(EntityTypeBuilder<KeyTaskVersion> builder)
    {
        builder.ToTable("key_task_versions").HasKey(version => new { version.GovernmentId, version.TaskId, version.Version });
        builder.Property(version => version.Terms).HasConversion(new JsonConverter<KeyTaskTerms>(), new JsonComparer<KeyTaskTerms>());
        builder.HasOne<KeyTask>().WithMany().HasForeignKey(version => new { version.GovernmentId, version.TaskId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ResponsibilityMapping : IEntityTypeConfiguration<Responsibility>
{
    public void Configure(EntityTypeBuilder<Responsibility> builder)
    {
        builder.ToTable("responsibilities").HasKey(part => new { part.GovernmentId, part.Id });
        builder.HasIndex(part => new { part.GovernmentId, part.TaskId });
        builder.HasIndex(part => new { part.GovernmentId, part.UnitId, part.TaskId });
        builder.HasOne<KeyTask>().WithMany().HasForeignKey(part => new { part.GovernmentId, part.TaskId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(part => new { part.GovernmentId, part.UnitId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PlannedMonthMapping : IEntityTypeConfiguration<PlannedMonth>
{
    public void Configure(EntityTypeBuilder<PlannedMonth> builder)
    {
        builder.ToTable("planned_months").HasKey(plan => new { plan.GovernmentId, plan.TaskId, plan.Month });
        builder.Property(plan => plan.Version).IsConcurrencyToken();
        builder.HasOne<KeyTask>().WithMany().HasForeignKey(plan => new { plan.GovernmentId, plan.TaskId }).OnDelete(DeleteBehavior.Restrict);
    }
}
