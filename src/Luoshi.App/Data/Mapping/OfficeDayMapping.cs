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

internal sealed class OfficeCalendarMapping : IEntityTypeConfiguration<OfficeCalendar>
{
    public void Configure(EntityTypeBuilder<OfficeCalendar> builder)
    {
        builder.ToTable("office_calendars").HasKey(calendar => calendar.GovernmentId);
        builder.Property(calendar => calendar.GovernmentId).ValueGeneratedNever();
        builder.Property(calendar => calendar.Version).IsConcurrencyToken();
        builder.BelongsToGovernment(calendar => calendar.GovernmentId);
    }
}
