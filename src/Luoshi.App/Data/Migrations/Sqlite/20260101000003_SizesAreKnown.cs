using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Luoshi.App.Data.Migrations.Sqlite;

/// <summary>
/// How many rows the values of an index lead to, as SQLite takes them into account. Not counted in the store, but written down for a hundred governments of 150 tasks
/// after ten years: without them it takes a government for ten rows and goes through all that one has rather than put a month into order. What is
/// asked is so carried out alike in every store, and is tested as it will be (ADR 0024).
/// </summary>
[DbContext(typeof(SqliteLuoshiDb))]
[Migration("20260101000003_SizesAreKnown")]
internal sealed class SizesAreKnown : Migration
{
    private static readonly (string Table, string Index, string Rows)[] s_sizes =
    [
        ("accounts", "EmailIndex", "5500 4000"),
        ("accounts", "UserNameIndex", "5500 1"),
        ("accounts", "ix_accounts_government_id", "5500 55"),
        ("accounts", "sqlite_autoindex_accounts_1", "5500 1"),
        ("audit_entries", "ix_audit_entries_government_id_subject_id", "2000000 20000 2"),
        ("audit_entries", "sqlite_autoindex_audit_entries_1", "2000000 20000 1"),
        ("due_items", "ix_due_items_government_id_month_post_id", "1800000 18000 150 15"),
        ("due_items", "ix_due_items_government_id_month_unit_id", "1800000 18000 150 4"),
        ("due_items", "ix_due_items_government_id_task_id_span_unit_id", "1800000 18000 12 1 1"),
        ("due_items", "sqlite_autoindex_due_items_1", "1800000 18000 1"),
        ("key_tasks", "ix_key_tasks_government_id_lead_unit_id", "150000 1500 38"),
        ("key_tasks", "ix_key_tasks_government_id_ledger_id_post_id_number", "150000 1500 150 15 1"),
        ("key_tasks", "ix_key_tasks_government_id_merged_into_id", "150000 1500 1500"),
        ("key_tasks", "ix_key_tasks_government_id_parent_id", "150000 1500 1500"),
        ("key_tasks", "ix_key_tasks_government_id_post_id", "150000 1500 150"),
        ("key_tasks", "sqlite_autoindex_key_tasks_1", "150000 1500 1"),
        ("leader_posts", "sqlite_autoindex_leader_posts_1", "1000 10 1"),
        ("ledgers", "ix_ledgers_government_id_year", "1000 10 1"),
        ("ledgers", "sqlite_autoindex_ledgers_1", "1000 10 1"),
        ("opened_periods", "sqlite_autoindex_opened_periods_1", "12000 120 12 1"),
        ("planned_months", "sqlite_autoindex_planned_months_1", "1800000 18000 12 1"),
        ("positions", "ix_positions_account_id", "5500 1"),
        ("positions", "ix_positions_government_id_account_id", "5500 55 1"),
        ("positions", "sqlite_autoindex_positions_1", "5500 55 1"),
        ("progress_reports", "ix_progress_reports_government_id_due_item_id", "1800000 18000 1"),
        ("progress_reports", "ix_progress_reports_government_id_month_status", "1800000 18000 150 50"),
        ("progress_reports", "ix_progress_reports_of_task", "1800000 18000 12 1 1 1 1 1"),
        ("progress_reports", "sqlite_autoindex_progress_reports_1", "1800000 18000 1"),
        ("raised_doubts", "ix_raised_doubts_government_id_month_state", "500000 5000 40 20"),
        ("raised_doubts", "ix_raised_doubts_government_id_report_id", "500000 5000 2"),
        ("raised_doubts", "ix_raised_doubts_government_id_task_id_month", "500000 5000 5 2"),
        ("raised_doubts", "sqlite_autoindex_raised_doubts_1", "500000 5000 1"),
        ("report_versions", "sqlite_autoindex_report_versions_1", "2000000 20000 1 1"),
        ("responsibilities", "ix_responsibilities_government_id_task_id", "300000 3000 2"),
        ("responsibilities", "ix_responsibilities_government_id_unit_id_task_id", "300000 3000 75 1"),
        ("responsibilities", "sqlite_autoindex_responsibilities_1", "300000 3000 1"),
        ("search_entries", "ix_search_entries_government_id_subject_id", "2500000 25000 1"),
        ("source_sentences", "ix_source_sentences_government_id_ledger_id_position", "150000 1500 150 1"),
        ("source_sentences", "sqlite_autoindex_source_sentences_1", "150000 1500 1"),
        ("units", "ix_units_government_id_name_qualifier", "4000 40 1 1"),
        ("units", "sqlite_autoindex_units_1", "4000 40 1"),
    ];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        // Makes the table where SQLite looks for them, then has them read.
        migrationBuilder.Sql("ANALYZE sqlite_schema;");
        foreach (var (table, index, rows) in s_sizes)
        {
            migrationBuilder.Sql($"INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ('{table}', '{index}', '{rows}');");
        }

        migrationBuilder.Sql("ANALYZE sqlite_schema;");
    }
}
