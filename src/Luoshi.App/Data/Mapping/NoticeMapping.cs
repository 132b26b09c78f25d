using Luoshi.App.Accounts;
using Luoshi.App.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Luoshi.App.Data.Mapping;

internal sealed class NoticeMapping : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("notices").HasKey(notice => new { notice.GovernmentId, notice.Id });
        builder.Property(notice => notice.Text).HasMaxLength(Notice.LongestText);
        builder.Property(notice => notice.Link).HasMaxLength(200);
        builder.HasIndex(notice => new { notice.GovernmentId, notice.AccountId, notice.ReadAt });
        builder.HasOne<Account>().WithMany().HasForeignKey(notice => notice.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
