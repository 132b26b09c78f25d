using System.Linq.Expressions;
using System.Reflection;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Luoshi.App.Data;

/// <summary>
/// Lets a question to the database ask for <see cref="DueItem.Deadline"/>: what it is made of is said where it is asked, so that no question can leave the
/// extension out. Done when a question is compiled, not each time it is asked.
/// </summary>
internal sealed class DeadlineInQueries : ExpressionVisitor, IQueryExpressionInterceptor
{
    private static readonly PropertyInfo s_deadline = typeof(DueItem).GetProperty(nameof(DueItem.Deadline))!;

    /// <inheritdoc/>
    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData) => Visit(queryExpression);

    /// <inheritdoc/>
    protected override Expression VisitMember(MemberExpression node)
    {
        if (node.Member != s_deadline)
        {
            return base.VisitMember(node);
        }

        var item = Visit(node.Expression)!;
        return Expression.Coalesce(Expression.Property(item, nameof(DueItem.ExtendedTo)), Expression.Property(item, nameof(DueItem.DueAt)));
    }
}
