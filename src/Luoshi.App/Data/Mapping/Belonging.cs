using System.Linq.Expressions;
using Luoshi.Core.Ledgers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Luoshi.App.Data.Mapping;

internal static class Belonging
{
    /// <summary>The row belongs to a government, which cannot go while it is there.</summary>
    public static void BelongsToGovernment<T>(this EntityTypeBuilder<T> builder, Expression<Func<T, object?>> governmentId)
        where T : class =>
        builder.HasOne<Government>().WithMany().HasForeignKey(governmentId).OnDelete(DeleteBehavior.Restrict);
}
