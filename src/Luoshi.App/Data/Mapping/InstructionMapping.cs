using Luoshi.Core.Ledgers;
using Luoshi.Core.Supervision;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Luoshi.App.Data.Mapping;

internal sealed class InstructionMapping : IEntityTypeConfiguration<Instruction>
{
    public void Configure(EntityTypeBuilder<Instruction> builder)
    {
        builder.ToTable("instructions").HasKey(instruction => new { instruction.GovernmentId, instruction.Id });
        builder.Property(instruction => instruction.Author).HasMaxLength(50);
        builder.Property(instruction => instruction.Text).HasMaxLength(Instruction.LongestText);
        builder.Property(instruction => instruction.Version).IsConcurrencyToken();
        builder.HasIndex(instruction => new { instruction.GovernmentId, instruction.TaskId });
        builder.HasIndex(instruction => new { instruction.GovernmentId, instruction.State, instruction.UnitId });
        builder.HasOne<KeyTask>().WithMany().HasForeignKey(instruction => new { instruction.GovernmentId, instruction.TaskId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class InstructionReplyMapping : IEntityTypeConfiguration<InstructionReply>
{
    public void Configure(EntityTypeBuilder<InstructionReply> builder)
    {
        builder.ToTable("instruction_replies").HasKey(reply => new { reply.GovernmentId, reply.Id });
        builder.Property(reply => reply.Text).HasMaxLength(Instruction.LongestText);
        builder.HasIndex(reply => new { reply.GovernmentId, reply.InstructionId });
        builder.HasIndex(reply => new { reply.GovernmentId, reply.TaskId });
        builder.HasOne<Instruction>().WithMany().HasForeignKey(reply => new { reply.GovernmentId, reply.InstructionId }).OnDelete(DeleteBehavior.Restrict);
    }
}
