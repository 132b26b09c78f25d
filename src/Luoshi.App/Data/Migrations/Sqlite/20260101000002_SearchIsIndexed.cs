using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Luoshi.App.Data.Migrations.Sqlite;

/// <summary>The words of the search entries, by their id. The texts are not kept a second time.</summary>
[DbContext(typeof(SqliteLuoshiDb))]
[Migration("20260101000002_SearchIsIndexed")]
internal sealed class SearchIsIndexed : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("CREATE VIRTUAL TABLE search_grams USING fts5(grams, content='', contentless_delete=1, tokenize='ascii');");

        // Pieces of the index are joined by sixteen, not by four: a submission writes one and would pay most of its time for the joining. It joins a bounded part of
        // them, never all at once however large they are, which 'crisismerge' would do at sixteen: JoinIndex joins the rest before there are so many.
        migrationBuilder.Sql("INSERT INTO search_grams (search_grams, rank) VALUES ('automerge', 16), ('crisismerge', 500);");
    }
}
