using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Luoshi.App.Data.Migrations.Postgres;

/// <summary>The words of the search entries, by their id. The texts are not kept a second time.</summary>
[DbContext(typeof(PostgresLuoshiDb))]
[Migration("20260101000002_SearchIsIndexed")]
internal sealed class SearchIsIndexed : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("CREATE TABLE search_grams (government_id integer NOT NULL, id bigint NOT NULL, grams tsvector NOT NULL, PRIMARY KEY (government_id, id));");
        migrationBuilder.Sql("CREATE INDEX ix_search_grams_grams ON search_grams USING gin (grams);");
    }
}
