using Luoshi.App.Calendars;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Luoshi.App.Data.Mapping;

internal sealed class OfficeDayMapping : IEntityTypeConfiguration<OfficeDay>
{
    public void Configure(EntityTypeBuilder<OfficeDay> builder)
    {
        builder.ToTable("office_days").HasKey(day => new { day.GovernmentId, day.Day });
        builder.Property(day => day.Name).HasMaxLength(50);
        builder.BelongsToGovernment(day => day.GovernmentId);
    }
}
