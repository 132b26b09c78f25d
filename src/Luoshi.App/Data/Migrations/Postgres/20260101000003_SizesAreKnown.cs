using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Luoshi.App.Data.Migrations.Postgres;

/// <summary>PostgreSQL counts its rows itself. The two databases go in step, so that the backup of one is restored into the other.</summary>
[DbContext(typeof(PostgresLuoshiDb))]
[Migration("20260101000003_SizesAreKnown")]
internal sealed class SizesAreKnown : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        // Nothing to be told.
    }
}
