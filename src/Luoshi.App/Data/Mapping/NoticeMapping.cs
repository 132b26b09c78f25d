using Luoshi.App.Accounts;
using Luoshi.App.Notices;
using Luoshi.Core.Notices;
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

internal sealed class AnnouncementMapping : IEntityTypeConfiguration<Announcement>
{
    public void Configure(EntityTypeBuilder<Announcement> builder)
    {
        builder.ToTable("announcements").HasKey(announcement => new { announcement.GovernmentId, announcement.Id });
        builder.Property(announcement => announcement.Version).IsConcurrencyToken();
        builder.Property(announcement => announcement.Title).HasMaxLength(Announcement.LongestTitle);
        builder.Property(announcement => announcement.Body).HasMaxLength(Announcement.LongestBody);
        builder.HasIndex(announcement => new { announcement.GovernmentId, announcement.PostedAt });
        builder.BelongsToGovernment(announcement => announcement.GovernmentId);
    }
}

internal sealed class FeedbackMapping : IEntityTypeConfiguration<Feedback>
{
    public void Configure(EntityTypeBuilder<Feedback> builder)
    {
        builder.ToTable("feedback").HasKey(feedback => new { feedback.GovernmentId, feedback.Id });
        builder.Property(feedback => feedback.Version).IsConcurrencyToken();
        builder.Property(feedback => feedback.Page).HasMaxLength(Feedback.LongestPage);
        builder.Property(feedback => feedback.Text).HasMaxLength(Feedback.LongestText);
        builder.Property(feedback => feedback.Answer).HasMaxLength(Feedback.LongestText);
        builder.HasIndex(feedback => new { feedback.GovernmentId, feedback.GivenBy });
        builder.HasIndex(feedback => new { feedback.GovernmentId, feedback.AnsweredAt });
        builder.HasOne<Account>().WithMany().HasForeignKey(feedback => feedback.GivenBy).OnDelete(DeleteBehavior.Restrict);
    }
}
