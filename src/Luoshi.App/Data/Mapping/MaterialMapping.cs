using Luoshi.App.Meetings;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Meetings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Luoshi.App.Data.Mapping;

internal sealed class MaterialMapping : IEntityTypeConfiguration<Material>
{
    public void Configure(EntityTypeBuilder<Material> builder)
    {
        builder.ToTable("materials").HasKey(material => new { material.GovernmentId, material.Id });
        builder.Property(material => material.Version).IsConcurrencyToken();
        builder.Property(material => material.Government).HasMaxLength(100);
        builder.Property(material => material.Heading).HasMaxLength(200);
        builder.Property(material => material.ContentHash).HasMaxLength(64);
        builder.Property(material => material.Notes).HasConversion(new JsonConverter<List<string>>(), new JsonComparer<List<string>>());
        builder.Ignore(material => material.Name);
        builder.Ignore(material => material.RecallableUntil);
        builder.HasIndex(material => new { material.GovernmentId, material.LedgerId, material.Month, material.Edition }).IsUnique();
        builder.HasOne<Ledger>().WithMany().HasForeignKey(material => new { material.GovernmentId, material.LedgerId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Material>().WithMany().HasForeignKey(material => new { material.GovernmentId, material.SupersedesId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<OfficeTemplate>().WithMany().HasForeignKey(material => new { material.GovernmentId, material.TemplateId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MaterialSectionMapping : IEntityTypeConfiguration<MaterialSection>
{
    public void Configure(EntityTypeBuilder<MaterialSection> builder)
    {
        builder.ToTable("material_sections").HasKey(section => new { section.GovernmentId, section.MaterialId, section.Position });
        builder.Property(section => section.Leader).HasConversion(new JsonConverter<LeaderMention>(), new JsonComparer<LeaderMention>());
        builder.Property(section => section.Lines).HasConversion(new PackedJsonConverter<List<MaterialLine>>(), new JsonComparer<List<MaterialLine>>());
        builder.HasOne<Material>().WithMany().HasForeignKey(section => new { section.GovernmentId, section.MaterialId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<LeaderPost>().WithMany().HasForeignKey(section => new { section.GovernmentId, section.PostId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MaterialPaperMapping : IEntityTypeConfiguration<MaterialPaper>
{
    public void Configure(EntityTypeBuilder<MaterialPaper> builder)
    {
        builder.ToTable("material_papers").HasKey(paper => new { paper.GovernmentId, paper.MaterialId });
        builder.Property(paper => paper.Doubts!).HasConversion(new PackedJsonConverter<DoubtSheet>(), new JsonComparer<DoubtSheet>());
        builder.HasOne<Material>().WithOne().HasForeignKey<MaterialPaper>(paper => new { paper.GovernmentId, paper.MaterialId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OfficeTemplateMapping : IEntityTypeConfiguration<OfficeTemplate>
{
    public void Configure(EntityTypeBuilder<OfficeTemplate> builder)
    {
        builder.ToTable("office_templates").HasKey(template => new { template.GovernmentId, template.Id });
        builder.Property(template => template.Name).HasMaxLength(120);
        builder.Property(template => template.EndedAt).IsConcurrencyToken();
        builder.BelongsToGovernment(template => template.GovernmentId);
    }
}
