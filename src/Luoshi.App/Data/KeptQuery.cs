using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using Luoshi.App.Auditing;
using Luoshi.Core.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace Luoshi.App.Data;

/// <summary>
/// A question that is asked again and again. To find its SQL, the provider has the expression put together and walks over it each time, which costs more
/// than the answer; here that is done once for each kind of person. What somebody sees is still said by the store's own lists alone: they are
/// taken into the expression, and whose rows they are (<see cref="Access"/>) stays a value that is given with every question.
/// </summary>
/// <param name="asked">May use the lists of the store, functions that make a list of the store or of another list, and its values; nothing from outside.</param>
public sealed class KeptQuery<T1, T2, T3, T4, TRow>(Expression<Func<LuoshiDb, T1, T2, T3, T4, IQueryable<TRow>>> asked)
{
    private readonly ConcurrentDictionary<(IModel, AccessShape), Func<LuoshiDb, int, Guid?, Guid?, Guid?, T1, T2, T3, T4, IAsyncEnumerable<TRow>>> _compiled = new();

    public IAsyncEnumerable<TRow> Of(LuoshiDb db, T1 first, T2 second, T3 third, T4 fourth)
    {
        var (key, access) = ((db.Model, db.Access.Shape), db.Access);
        if (!_compiled.TryGetValue(key, out var compiled))
        {
            compiled = _compiled[key] = Compile(db);
        }

        return compiled(db, access.GovernmentId, access.UnitId, access.PostId, access.AccountId, first, second, third, fourth);
    }

    private Func<LuoshiDb, int, Guid?, Guid?, Guid?, T1, T2, T3, T4, IAsyncEnumerable<TRow>> Compile(LuoshiDb db)
    {
        var person = new Person();
        return EF.CompileAsyncQuery(Expression.Lambda<Func<LuoshiDb, int, Guid?, Guid?, Guid?, T1, T2, T3, T4, IQueryable<TRow>>>(
            new Resolved(db, asked.Parameters[0], person).Visit(asked.Body),
            [asked.Parameters[0], person.GovernmentId, person.UnitId, person.PostId, person.AccountId, .. asked.Parameters.Skip(1)]));
    }
}

/// <summary>The same with three values.</summary>
public sealed class KeptQuery<T1, T2, T3, TRow>(Expression<Func<LuoshiDb, T1, T2, T3, IQueryable<TRow>>> asked)
{
    private readonly KeptQuery<T1, T2, T3, bool, TRow> _kept = new(Expression.Lambda<Func<LuoshiDb, T1, T2, T3, bool, IQueryable<TRow>>>(
        asked.Body, [.. asked.Parameters, Expression.Parameter(typeof(bool), "none")]));

    public IAsyncEnumerable<TRow> Of(LuoshiDb db, T1 first, T2 second, T3 third) => _kept.Of(db, first, second, third, false);
}

/// <summary>The same with two values.</summary>
public sealed class KeptQuery<T1, T2, TRow>(Expression<Func<LuoshiDb, T1, T2, IQueryable<TRow>>> asked)
{
    private readonly KeptQuery<T1, T2, bool, TRow> _kept = new(Expression.Lambda<Func<LuoshiDb, T1, T2, bool, IQueryable<TRow>>>(
        asked.Body, [.. asked.Parameters, Expression.Parameter(typeof(bool), "neither")]));

    public IAsyncEnumerable<TRow> Of(LuoshiDb db, T1 first, T2 second) => _kept.Of(db, first, second, false);
}

/// <summary>The same with one value.</summary>
public sealed class KeptQuery<T1, TRow>(Expression<Func<LuoshiDb, T1, IQueryable<TRow>>> asked)
{
    private readonly KeptQuery<T1, bool, TRow> _kept = new(Expression.Lambda<Func<LuoshiDb, T1, bool, IQueryable<TRow>>>(
        asked.Body, [.. asked.Parameters, Expression.Parameter(typeof(bool), "nothing")]));

    public IAsyncEnumerable<TRow> Of(LuoshiDb db, T1 value) => _kept.Of(db, value, false);
}

/// <summary>The same without a value.</summary>
public sealed class KeptQuery<TRow>(Expression<Func<LuoshiDb, IQueryable<TRow>>> asked)
{
    private readonly KeptQuery<bool, TRow> _kept = new(Expression.Lambda<Func<LuoshiDb, bool, IQueryable<TRow>>>(
        asked.Body, [.. asked.Parameters, Expression.Parameter(typeof(bool), "naught")]));

    public IAsyncEnumerable<TRow> Of(LuoshiDb db) => _kept.Of(db, false);
}

/// <summary>Whose rows are asked for, as values of a kept question.</summary>
file sealed class Person
{
    public ParameterExpression GovernmentId { get; } = Expression.Parameter(typeof(int), "ownGovernmentId");

    public ParameterExpression UnitId { get; } = Expression.Parameter(typeof(Guid?), "ownUnitId");

    public ParameterExpression PostId { get; } = Expression.Parameter(typeof(Guid?), "ownPostId");

    public ParameterExpression AccountId { get; } = Expression.Parameter(typeof(Guid?), "ownAccountId");

    public ParameterExpression? Of(string property) => property switch
    {
        nameof(Access.GovernmentId) => GovernmentId,
        nameof(Access.UnitId) => UnitId,
        nameof(Access.PostId) => PostId,
        nameof(Access.AccountId) => AccountId,
        _ => null,
    };
}

/// <summary>Puts the store's lists into an expression as they are for one kind of person, so that it holds nothing of one store and nobody's own values.</summary>
file sealed class Resolved(LuoshiDb db, ParameterExpression store, Person person) : ExpressionVisitor
{
    private readonly IQueryProvider _provider = ((IQueryable)db.Set<AuditEntry>()).Provider;

    protected override Expression VisitMember(MemberExpression node)
    {
        if (node.Expression is MemberExpression { Member.Name: nameof(LuoshiDb.Access) } access && IsStore(access.Expression))
        {
            return person.Of(node.Member.Name) ?? (Expression)Expression.Constant(((PropertyInfo)node.Member).GetValue(db.Access), node.Type);
        }

        return IsStore(node.Expression) && node.Member is PropertyInfo list ? Visit(Rows(list.GetValue(db))) : base.VisitMember(node);
    }

    protected override Expression VisitMethodCall(MethodCallExpression node) =>
        IsStore(node.Object) && node.Arguments.Count == 0 ? Visit(Rows(node.Method.Invoke(db, [])))
        : node.Object is null && node.Arguments is [var argument] && IsRows(node.Type) ? Made(node.Method, argument)
        : base.VisitMethodCall(node);

    protected override Expression VisitExtension(Expression node) => node is EntityQueryRootExpression root ? root.DetachQueryProvider() : base.VisitExtension(node);

    // What one question caught from around it would be everybody's.
    protected override Expression VisitConstant(ConstantExpression node) =>
        node.Value is null or string || node.Type.IsValueType ? node : throw new NotSupportedException($"A kept question caught a {node.Type.Name} from around it.");

    // A function that makes a list of the store, or of another list: it only puts together what is asked.
    private Expression Made(MethodInfo function, Expression argument) => IsStore(argument)
        ? Visit(Rows(function.Invoke(null, [db])))
        : Rows(function.Invoke(null, [_provider.CreateQuery(Visit(argument))]));

    private static bool IsRows(Type type) => typeof(IQueryable).IsAssignableFrom(type);

    // The store itself, or what a function calls it inside its own conditions.
    private bool IsStore(Expression? node) => node == store || node is ConstantExpression { Value: LuoshiDb }
        || (node is MemberExpression { Expression: ConstantExpression, Member: FieldInfo } && typeof(LuoshiDb).IsAssignableFrom(node.Type));

    private static Expression Rows(object? list) => list is IQueryable rows ? rows.Expression : throw new NotSupportedException("A kept question uses more of the store than its lists.");
}
