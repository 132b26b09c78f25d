using System.Xml.Linq;
using Luoshi.Core.Accounts;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.App.Data;

/// <summary>A key of ASP.NET Data Protection.</summary>
public sealed class ProtectionKey
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Xml { get; init; }
}

/// <summary>Keeps the keys in the database, where several nodes share one.</summary>
internal sealed class ProtectionKeys(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<LuoshiDb>();
        db.ActAs(Access.System);
        return [.. db.ProtectionKeys.AsNoTracking().OrderBy(key => key.Id).Select(key => key.Xml).ToList().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<LuoshiDb>();
        var key = new ProtectionKey { Xml = element.ToString(SaveOptions.DisableFormatting) };

        // No part of anybody's business, and the library stores synchronously: past the audit.
        db.Database.ExecuteSql($"INSERT INTO protection_keys (id, xml) VALUES ({key.Id}, {key.Xml})");
    }
}
