using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Luoshi.App.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    display_name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    password_changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    must_change_password = table.Column<bool>(type: "boolean", nullable: false),
                    disabled_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    last_signed_in_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    in_use_since = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    second_factor_secret = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    second_factor_step = table.Column<long>(type: "bigint", nullable: false),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    phone_number = table.Column<string>(type: "text", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_anchors",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_anchors", x => new { x.government_id, x.day });
                });

            migrationBuilder.CreateTable(
                name: "audit_chains",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_chains", x => x.government_id);
                });

            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    account_name = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: true),
                    address = table.Column<string>(type: "text", nullable: true),
                    request_id = table.Column<string>(type: "text", nullable: true),
                    action = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    subject = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    changes = table.Column<string>(type: "text", nullable: true),
                    previous_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entries", x => new { x.government_id, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "governments",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    parent_id = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_governments", x => x.id);
                    table.ForeignKey(
                        name: "fk_governments_governments_parent_id",
                        column: x => x.parent_id,
                        principalTable: "governments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "idempotency_records",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    request_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    e_tag = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    location = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    content_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    body = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotency_records", x => new { x.government_id, x.account_id, x.key });
                });

            migrationBuilder.CreateTable(
                name: "leases",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    holder = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_leases", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "protection_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "setup_links",
                columns: table => new
                {
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_setup_links", x => x.token_hash);
                });

            migrationBuilder.CreateTable(
                name: "account_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true),
                    claim_value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_account_claims_accounts_user_id",
                        column: x => x.user_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    provider_key = table.Column<string>(type: "text", nullable: false),
                    provider_display_name = table.Column<string>(type: "text", nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_account_logins_accounts_user_id",
                        column: x => x.user_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_tokens",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_account_tokens_accounts_user_id",
                        column: x => x.user_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "feedback",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    page = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    given_by = table.Column<Guid>(type: "uuid", nullable: false),
                    given_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    answer = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    answered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback", x => new { x.government_id, x.id });
                    table.ForeignKey(
                        name: "fk_feedback_accounts_given_by",
                        column: x => x.given_by,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "former_passwords",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    password_hash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_former_passwords", x => new { x.government_id, x.id });
                    table.ForeignKey(
                        name: "fk_former_passwords_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "notices",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    link = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    read_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notices", x => new { x.government_id, x.id });
                    table.ForeignKey(
                        name: "fk_notices_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "positions",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    post_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_positions", x => new { x.government_id, x.id });
                    table.ForeignKey(
                        name: "fk_positions_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "recovery_codes",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    used_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recovery_codes", x => new { x.government_id, x.account_id, x.code_hash });
                    table.ForeignKey(
                        name: "fk_recovery_codes_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    secret_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position_id = table.Column<Guid>(type: "uuid", nullable: false),
                    security_stamp = table.Column<string>(type: "text", nullable: false),
                    second_factor_shown = table.Column<bool>(type: "boolean", nullable: false),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    idle_minutes = table.Column<int>(type: "integer", nullable: false),
                    longest_hours = table.Column<int>(type: "integer", nullable: false),
                    seen_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    end_reason = table.Column<string>(type: "text", nullable: true),
                    address = table.Column<string>(type: "text", nullable: true),
                    agent = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sessions", x => x.secret_hash);
                    table.ForeignKey(
                        name: "fk_sessions_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "announcements",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    body = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    posted_by = table.Column<Guid>(type: "uuid", nullable: false),
                    posted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    withdrawn_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_announcements", x => new { x.government_id, x.id });
                    table.ForeignKey(
                        name: "fk_announcements_government_government_id",
                        column: x => x.government_id,
                        principalTable: "governments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "leader_posts",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: false),
                    holders = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_leader_posts", x => new { x.government_id, x.id });
                    table.ForeignKey(
                        name: "fk_leader_posts_governments_government_id",
                        column: x => x.government_id,
                        principalTable: "governments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledgers",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    closed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ledgers", x => new { x.government_id, x.id });
                    table.ForeignKey(
                        name: "fk_ledgers_governments_government_id",
                        column: x => x.government_id,
                        principalTable: "governments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "office_calendars",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_office_calendars", x => x.government_id);
                    table.ForeignKey(
                        name: "fk_office_calendars_governments_government_id",
                        column: x => x.government_id,
                        principalTable: "governments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "office_days",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_office_days", x => new { x.government_id, x.day });
                    table.ForeignKey(
                        name: "fk_office_days_governments_government_id",
                        column: x => x.government_id,
                        principalTable: "governments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "office_templates",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    added_by = table.Column<Guid>(type: "uuid", nullable: false),
                    added_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_office_templates", x => new { x.government_id, x.id });
                    table.ForeignKey(
                        name: "fk_office_templates_governments_government_id",
                        column: x => x.government_id,
                        principalTable: "governments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "office_words",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    return_reasons = table.Column<string>(type: "text", nullable: false),
                    reminder_asks = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    reminder_closes = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_office_words", x => x.government_id);
                    table.ForeignKey(
                        name: "fk_office_words_governments_government_id",
                        column: x => x.government_id,
                        principalTable: "governments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outbox_messages",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    channel = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    to = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false),
                    subject = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    idempotency_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    next_attempt_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    sent_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    last_error = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_messages", x => new { x.government_id, x.id });
                    table.ForeignKey(
                        name: "fk_outbox_messages_governments_government_id",
                        column: x => x.government_id,
                        principalTable: "governments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "robots",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    protected_url = table.Column<string>(type: "text", nullable: false),
                    protected_secret = table.Column<string>(type: "text", nullable: true),
                    busy_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_robots", x => new { x.government_id, x.id });
                    table.ForeignKey(
                        name: "fk_robots_governments_government_id",
                        column: x => x.government_id,
                        principalTable: "governments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "rule_sets",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    replaced_id = table.Column<Guid>(type: "uuid", nullable: true),
                    check_settings = table.Column<string>(type: "text", nullable: false),
                    due_rules = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rule_sets", x => new { x.government_id, x.id });
                    table.ForeignKey(
                        name: "fk_rule_sets_governments_government_id",
                        column: x => x.government_id,
                        principalTable: "governments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "saved_views",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    query = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_views", x => new { x.government_id, x.id });
                    table.ForeignKey(
                        name: "fk_saved_views_governments_government_id",
                        column: x => x.government_id,
                        principalTable: "governments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "search_entries",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_entries", x => x.id);
                    table.ForeignKey(
                        name: "fk_search_entries_governments_government_id",
                        column: x => x.government_id,
                        principalTable: "governments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "security_policies",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    password_profile = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    idle_minutes = table.Column<int>(type: "integer", nullable: false),
                    session_hours = table.Column<int>(type: "integer", nullable: false),
                    dormant_days = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_security_policies", x => x.government_id);
                    table.ForeignKey(
                        name: "fk_security_policies_governments_government_id",
                        column: x => x.government_id,
                        principalTable: "governments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "staged_uploads",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staged_uploads", x => new { x.government_id, x.account_id, x.hash });
                    table.ForeignKey(
                        name: "fk_staged_uploads_governments_government_id",
                        column: x => x.government_id,
                        principalTable: "governments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "units",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    qualifier = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    aliases = table.Column<string>(type: "text", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    signs_off = table.Column<bool>(type: "boolean", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    rank = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_units", x => new { x.government_id, x.id });
                    table.ForeignKey(
                        name: "fk_units_governments_government_id",
                        column: x => x.government_id,
                        principalTable: "governments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "access_tokens",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    scope = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    revoked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    last_used_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_tokens", x => new { x.government_id, x.id });
                    table.ForeignKey(
                        name: "fk_access_tokens_asp_net_users_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_access_tokens_positions_government_id_position_id",
                        columns: x => new { x.government_id, x.position_id },
                        principalTable: "positions",
                        principalColumns: new[] { "government_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "opened_periods",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    ledger_id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: false),
                    opened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_opened_periods", x => new { x.government_id, x.ledger_id, x.month });
                    table.ForeignKey(
                        name: "fk_opened_periods_ledgers_government_id_ledger_id",
                        columns: x => new { x.government_id, x.ledger_id },
                        principalTable: "ledgers",
                        principalColumns: new[] { "government_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "source_sentences",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ledger_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    heading = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_source_sentences", x => new { x.government_id, x.id });
                    table.ForeignKey(
                        name: "fk_source_sentences_ledgers_government_id_ledger_id",
                        columns: x => new { x.government_id, x.ledger_id },
                        principalTable: "ledgers",
                        principalColumns: new[] { "government_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "materials",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ledger_id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    as_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    government = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    heading = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: true),
                    look = table.Column<string>(type: "text", nullable: false),
                    template_id = table.Column<Guid>(type: "uuid", nullable: true),
                    notes = table.Column<string>(type: "text", nullable: false),
                    content_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    tasks = table.Column<int>(type: "integer", nullable: false),
                    missing = table.Column<int>(type: "integer", nullable: false),
                    pending = table.Column<int>(type: "integer", nullable: false),
                    strong_doubts = table.Column<int>(type: "integer", nullable: true),
                    weak_doubts = table.Column<int>(type: "integer", nullable: true),
                    compiled_by = table.Column<Guid>(type: "uuid", nullable: false),
                    compiled_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    checked_by = table.Column<Guid>(type: "uuid", nullable: true),
                    checked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    issued_by = table.Column<Guid>(type: "uuid", nullable: true),
                    issued_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    recalled_by = table.Column<Guid>(type: "uuid", nullable: true),
                    recalled_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    recall_reason = table.Column<string>(type: "text", nullable: true),
                    supersedes_id = table.Column<Guid>(type: "uuid", nullable: true),
                    supersede_reason = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_materials", x => new { x.government_id, x.id });
                    table.ForeignKey(
                        name: "fk_materials_ledgers_government_id_ledger_id",
                        columns: x => new { x.government_id, x.ledger_id },
                        principalTable: "ledgers",
                        principalColumns: new[] { "government_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_materials_materials_government_id_supersedes_id",
                        columns: x => new { x.government_id, x.supersedes_id },
                        principalTable: "materials",
                        principalColumns: new[] { "government_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_materials_office_templates_government_id_template_id",
                        columns: x => new { x.government_id, x.template_id },
                        principalTable: "office_templates",
                        principalColumns: new[] { "government_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "key_tasks",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ledger_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    target = table.Column<string>(type: "text", nullable: true),
                    deadline = table.Column<string>(type: "text", nullable: true),
                    deadline_date = table.Column<DateOnly>(type: "date", nullable: true),
                    frequency = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lead_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    theme = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    source_sentence_id = table.Column<Guid>(type: "uuid", nullable: true),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    carried_from_id = table.Column<Guid>(type: "uuid", nullable: true),
                    merged_into_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    latest_report_id = table.Column<Guid>(type: "uuid", nullable: true),
                    latest_report_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_key_tasks", x => new { x.government_id, x.id });
                    table.ForeignKey(
                        name: "fk_key_tasks_key_tasks_government_id_merged_into_id",
                        columns: x => new { x.government_id, x.merged_into_id },
                        principalTable: "key_tasks",
                        principalColumns: new[] { "government_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_key_tasks_key_tasks_government_id_parent_id",
                        columns: x => new { x.government_id, x.parent_id },
                        principalTable: "key_tasks",
                        principalColumns: new[] { "government_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_key_tasks_leader_posts_government_id_post_id",
                        columns: x => new { x.government_id, x.post_id },
                        principalTable: "leader_posts",
                        principalColumns: new[] { "government_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_key_tasks_ledgers_government_id_ledger_id",
                        columns: x => new { x.government_id, x.ledger_id },
                        principalTable: "ledgers",
                        principalColumns: new[] { "government_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_key_tasks_units_government_id_lead_unit_id",
                        columns: x => new { x.government_id, x.lead_unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "government_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sent_reminders",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sent_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    sent_by = table.Column<Guid>(type: "uuid", nullable: true),
                    subject = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    items = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sent_reminders", x => new { x.government_id, x.id });
                    table.ForeignKey(
                        name: "fk_sent_reminders_units_government_id_unit_id",
                        columns: x => new { x.government_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "government_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "circulars",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: false),
                    material_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    suggestions = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    approved_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    drafted_by = table.Column<Guid>(type: "uuid", nullable: false),
                    drafted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    issued_by = table.Column<Guid>(type: "uuid", nullable: true),
                    issued_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_circulars", x => new { x.government_id, x.id });
                    table.ForeignKey(
                        name: "fk_circulars_materials_government_id_material_id",
                        columns: x => new { x.government_id, x.material_id },
                        principalTable: "materials",
                        principalColumns: new[] { "government_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "material_papers",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    material_id = table.Column<Guid>(type: "uuid", nullable: false),
                    doubts = table.Column<byte[]>(type: "bytea", nullable: true),
                    document = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_material_papers", x => new { x.government_id, x.material_id });
                    table.ForeignKey(
                        name: "fk_material_papers_materials_government_id_material_id",
                        columns: x => new { x.government_id, x.material_id },
                        principalTable: "materials",
                        principalColumns: new[] { "government_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "material_sections",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    material_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: false),
                    leader = table.Column<string>(type: "text", nullable: false),
                    lines = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_material_sections", x => new { x.government_id, x.material_id, x.position });
                    table.ForeignKey(
                        name: "fk_material_sections_leader_posts_government_id_post_id",
                        columns: x => new { x.government_id, x.post_id },
                        principalTable: "leader_posts",
                        principalColumns: new[] { "government_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_material_sections_materials_government_id_material_id",
                        columns: x => new { x.government_id, x.material_id },
                        principalTable: "materials",
                        principalColumns: new[] { "government_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "due_items",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ledger_id = table.Column<Guid>(type: "uuid", nullable: false),
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: false),
                    span = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    is_voluntary = table.Column<bool>(type: "boolean", nullable: false),
                    extended_to = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    exempt_reason = table.Column<string>(type: "text", nullable: true),
                    submitted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_due_items", x => new { x.government_id, x.id });
                    table.ForeignKey(
                        name: "fk_due_items_key_tasks_government_id_task_id",
                        columns: x => new { x.government_id, x.task_id },
                        principalTable: "key_tasks",
                        principalColumns: new[] { "government_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "instructions",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    reply_by = table.Column<DateOnly>(type: "date", nullable: false),
                    written_by = table.Column<Guid>(type: "uuid", nullable: false),
                    written_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    closed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_instructions", x => new { x.government_id, x.id });
                    table.ForeignKey(
                        name: "fk_instructions_key_tasks_government_id_task_id",
                        columns: x => new { x.government_id, x.task_id },
                        principalTable: "key_tasks",
                        principalColumns: new[] { "government_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "key_task_versions",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    terms = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    approved_by = table.Column<string>(type: "text", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_key_task_versions", x => new { x.government_id, x.task_id, x.version });
                    table.ForeignKey(
                        name: "fk_key_task_versions_key_tasks_government_id_task_id",
                        columns: x => new { x.government_id, x.task_id },
                        principalTable: "key_tasks",
                        principalColumns: new[] { "government_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "planned_months",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    approved_by = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planned_months", x => new { x.government_id, x.task_id, x.month });
                    table.ForeignKey(
                        name: "fk_planned_months_key_tasks_government_id_task_id",
                        columns: x => new { x.government_id, x.task_id },
                        principalTable: "key_tasks",
                        principalColumns: new[] { "government_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "rectifications",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: false),
                    origin = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    requirement = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    steps = table.Column<string>(type: "text", nullable: false),
                    opened_by = table.Column<Guid>(type: "uuid", nullable: false),
                    opened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    closed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rectifications", x => new { x.government_id, x.id });
                    table.ForeignKey(
                        name: "fk_rectifications_key_tasks_government_id_task_id",
                        columns: x => new { x.government_id, x.task_id },
                        principalTable: "key_tasks",
                        principalColumns: new[] { "government_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_rectifications_units_government_id_unit_id",
                        columns: x => new { x.government_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "government_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "responsibilities",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    part = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_responsibilities", x => new { x.government_id, x.id });
                    table.ForeignKey(
                        name: "fk_responsibilities_key_tasks_government_id_task_id",
                        columns: x => new { x.government_id, x.task_id },
                        principalTable: "key_tasks",
                        principalColumns: new[] { "government_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_responsibilities_units_government_id_unit_id",
                        columns: x => new { x.government_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "government_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contributions",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    due_item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lead_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    written_by = table.Column<Guid>(type: "uuid", nullable: true),
                    written_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contributions", x => new { x.government_id, x.id });
                    table.ForeignKey(
                        name: "fk_contributions_due_items_government_id_due_item_id",
                        columns: x => new { x.government_id, x.due_item_id },
                        principalTable: "due_items",
                        principalColumns: new[] { "government_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_contributions_units_government_id_unit_id",
                        columns: x => new { x.government_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "government_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "extension_requests",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    due_item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: false),
                    until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    asked_by = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_extension_requests", x => new { x.government_id, x.id });
                    table.ForeignKey(
                        name: "fk_extension_requests_due_items_government_id_due_item_id",
                        columns: x => new { x.government_id, x.due_item_id },
                        principalTable: "due_items",
                        principalColumns: new[] { "government_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "progress_reports",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    due_item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: false),
                    span = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    progress = table.Column<string>(type: "text", nullable: true),
                    plan_met = table.Column<bool>(type: "boolean", nullable: true),
                    shortfall = table.Column<string>(type: "text", nullable: true),
                    readings = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    submissions = table.Column<int>(type: "integer", nullable: false),
                    written_by = table.Column<Guid>(type: "uuid", nullable: true),
                    submitted_by = table.Column<Guid>(type: "uuid", nullable: true),
                    submitted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    signed_off_by = table.Column<Guid>(type: "uuid", nullable: true),
                    reviewed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    reviewed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    return_reason = table.Column<string>(type: "text", nullable: true),
                    return_due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    judgement = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    judgement_reason = table.Column<string>(type: "text", nullable: true),
                    verdict = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    standings = table.Column<string>(type: "text", nullable: false),
                    strong_doubts = table.Column<int>(type: "integer", nullable: false),
                    weak_doubts = table.Column<int>(type: "integer", nullable: false),
                    rule_set_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_progress_reports", x => new { x.government_id, x.id });
                    table.ForeignKey(
                        name: "fk_progress_reports_due_items_government_id_due_item_id",
                        columns: x => new { x.government_id, x.due_item_id },
                        principalTable: "due_items",
                        principalColumns: new[] { "government_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "instruction_replies",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    instruction_id = table.Column<Guid>(type: "uuid", nullable: false),
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    replied_by = table.Column<Guid>(type: "uuid", nullable: false),
                    replied_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_instruction_replies", x => new { x.government_id, x.id });
                    table.ForeignKey(
                        name: "fk_instruction_replies_instructions_government_id_instruction_",
                        columns: x => new { x.government_id, x.instruction_id },
                        principalTable: "instructions",
                        principalColumns: new[] { "government_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "attachments",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    content_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    added_by = table.Column<Guid>(type: "uuid", nullable: false),
                    added_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attachments", x => new { x.government_id, x.id });
                    table.ForeignKey(
                        name: "fk_attachments_progress_reports_government_id_report_id",
                        columns: x => new { x.government_id, x.report_id },
                        principalTable: "progress_reports",
                        principalColumns: new[] { "government_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "objections",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: false),
                    decision = table.Column<string>(type: "text", nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    grounds = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    raised_by = table.Column<Guid>(type: "uuid", nullable: false),
                    raised_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    answer_due = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    answer = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    answered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_objections", x => new { x.government_id, x.id });
                    table.ForeignKey(
                        name: "fk_objections_progress_reports_government_id_report_id",
                        columns: x => new { x.government_id, x.report_id },
                        principalTable: "progress_reports",
                        principalColumns: new[] { "government_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_objections_units_government_id_unit_id",
                        columns: x => new { x.government_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "government_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "raised_doubts",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: false),
                    key = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    code = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    strength = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    message = table.Column<string>(type: "text", nullable: false),
                    evidence = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    answer = table.Column<string>(type: "text", nullable: true),
                    answered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    earlier_answer = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_raised_doubts", x => new { x.government_id, x.id });
                    table.ForeignKey(
                        name: "fk_raised_doubts_progress_reports_government_id_report_id",
                        columns: x => new { x.government_id, x.report_id },
                        principalTable: "progress_reports",
                        principalColumns: new[] { "government_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "report_versions",
                columns: table => new
                {
                    government_id = table.Column<int>(type: "integer", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    submission = table.Column<int>(type: "integer", nullable: false),
                    progress = table.Column<string>(type: "text", nullable: false),
                    plan_met = table.Column<bool>(type: "boolean", nullable: true),
                    shortfall = table.Column<string>(type: "text", nullable: true),
                    submitted_by = table.Column<Guid>(type: "uuid", nullable: false),
                    submitted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_versions", x => new { x.government_id, x.report_id, x.submission });
                    table.ForeignKey(
                        name: "fk_report_versions_progress_reports_government_id_report_id",
                        columns: x => new { x.government_id, x.report_id },
                        principalTable: "progress_reports",
                        principalColumns: new[] { "government_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_access_tokens_account_id",
                table: "access_tokens",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_access_tokens_government_id_account_id",
                table: "access_tokens",
                columns: new[] { "government_id", "account_id" });

            migrationBuilder.CreateIndex(
                name: "ix_access_tokens_government_id_position_id",
                table: "access_tokens",
                columns: new[] { "government_id", "position_id" });

            migrationBuilder.CreateIndex(
                name: "ix_access_tokens_token_hash",
                table: "access_tokens",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_account_claims_user_id",
                table: "account_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_account_logins_user_id",
                table: "account_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "accounts",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "accounts",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_accounts_government_id",
                table: "accounts",
                column: "government_id");

            migrationBuilder.CreateIndex(
                name: "ix_announcements_government_id_posted_at",
                table: "announcements",
                columns: new[] { "government_id", "posted_at" });

            migrationBuilder.CreateIndex(
                name: "ix_attachments_content_hash",
                table: "attachments",
                column: "content_hash");

            migrationBuilder.CreateIndex(
                name: "ix_attachments_government_id_report_id",
                table: "attachments",
                columns: new[] { "government_id", "report_id" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_government_id_subject_id",
                table: "audit_entries",
                columns: new[] { "government_id", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "ix_circulars_government_id_material_id",
                table: "circulars",
                columns: new[] { "government_id", "material_id" });

            migrationBuilder.CreateIndex(
                name: "ix_circulars_government_id_month",
                table: "circulars",
                columns: new[] { "government_id", "month" });

            migrationBuilder.CreateIndex(
                name: "ix_contributions_government_id_due_item_id_unit_id",
                table: "contributions",
                columns: new[] { "government_id", "due_item_id", "unit_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_contributions_government_id_unit_id",
                table: "contributions",
                columns: new[] { "government_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_due_items_government_id_month_post_id",
                table: "due_items",
                columns: new[] { "government_id", "month", "post_id" });

            migrationBuilder.CreateIndex(
                name: "ix_due_items_government_id_month_unit_id",
                table: "due_items",
                columns: new[] { "government_id", "month", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_due_items_government_id_task_id_span_unit_id",
                table: "due_items",
                columns: new[] { "government_id", "task_id", "span", "unit_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_extension_requests_government_id_due_item_id",
                table: "extension_requests",
                columns: new[] { "government_id", "due_item_id" });

            migrationBuilder.CreateIndex(
                name: "ix_extension_requests_government_id_month_state",
                table: "extension_requests",
                columns: new[] { "government_id", "month", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_feedback_given_by",
                table: "feedback",
                column: "given_by");

            migrationBuilder.CreateIndex(
                name: "ix_feedback_government_id_answered_at",
                table: "feedback",
                columns: new[] { "government_id", "answered_at" });

            migrationBuilder.CreateIndex(
                name: "ix_feedback_government_id_given_by",
                table: "feedback",
                columns: new[] { "government_id", "given_by" });

            migrationBuilder.CreateIndex(
                name: "ix_former_passwords_account_id",
                table: "former_passwords",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_governments_name",
                table: "governments",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_governments_parent_id",
                table: "governments",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_records_at",
                table: "idempotency_records",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_instruction_replies_government_id_instruction_id",
                table: "instruction_replies",
                columns: new[] { "government_id", "instruction_id" });

            migrationBuilder.CreateIndex(
                name: "ix_instruction_replies_government_id_task_id",
                table: "instruction_replies",
                columns: new[] { "government_id", "task_id" });

            migrationBuilder.CreateIndex(
                name: "ix_instructions_government_id_state_unit_id",
                table: "instructions",
                columns: new[] { "government_id", "state", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_instructions_government_id_task_id",
                table: "instructions",
                columns: new[] { "government_id", "task_id" });

            migrationBuilder.CreateIndex(
                name: "ix_key_tasks_government_id_lead_unit_id",
                table: "key_tasks",
                columns: new[] { "government_id", "lead_unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_key_tasks_government_id_ledger_id_post_id_number",
                table: "key_tasks",
                columns: new[] { "government_id", "ledger_id", "post_id", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_key_tasks_government_id_merged_into_id",
                table: "key_tasks",
                columns: new[] { "government_id", "merged_into_id" });

            migrationBuilder.CreateIndex(
                name: "ix_key_tasks_government_id_parent_id",
                table: "key_tasks",
                columns: new[] { "government_id", "parent_id" });

            migrationBuilder.CreateIndex(
                name: "ix_key_tasks_government_id_post_id",
                table: "key_tasks",
                columns: new[] { "government_id", "post_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ledgers_government_id_year",
                table: "ledgers",
                columns: new[] { "government_id", "year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_material_sections_government_id_post_id",
                table: "material_sections",
                columns: new[] { "government_id", "post_id" });

            migrationBuilder.CreateIndex(
                name: "ix_materials_government_id_ledger_id_month_edition",
                table: "materials",
                columns: new[] { "government_id", "ledger_id", "month", "edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_materials_government_id_supersedes_id",
                table: "materials",
                columns: new[] { "government_id", "supersedes_id" });

            migrationBuilder.CreateIndex(
                name: "ix_materials_government_id_template_id",
                table: "materials",
                columns: new[] { "government_id", "template_id" });

            migrationBuilder.CreateIndex(
                name: "ix_notices_account_id",
                table: "notices",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_notices_government_id_account_id_read_at",
                table: "notices",
                columns: new[] { "government_id", "account_id", "read_at" });

            migrationBuilder.CreateIndex(
                name: "ix_objections_government_id_report_id",
                table: "objections",
                columns: new[] { "government_id", "report_id" });

            migrationBuilder.CreateIndex(
                name: "ix_objections_government_id_state_answer_due",
                table: "objections",
                columns: new[] { "government_id", "state", "answer_due" });

            migrationBuilder.CreateIndex(
                name: "ix_objections_government_id_subject_id_decided_at",
                table: "objections",
                columns: new[] { "government_id", "subject_id", "decided_at" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_objections_government_id_unit_id",
                table: "objections",
                columns: new[] { "government_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_government_id_idempotency_key",
                table: "outbox_messages",
                columns: new[] { "government_id", "idempotency_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_state_next_attempt_at",
                table: "outbox_messages",
                columns: new[] { "state", "next_attempt_at" });

            migrationBuilder.CreateIndex(
                name: "ix_positions_account_id",
                table: "positions",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_positions_government_id_account_id",
                table: "positions",
                columns: new[] { "government_id", "account_id" });

            migrationBuilder.CreateIndex(
                name: "ix_progress_reports_government_id_due_item_id",
                table: "progress_reports",
                columns: new[] { "government_id", "due_item_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_progress_reports_government_id_month_status",
                table: "progress_reports",
                columns: new[] { "government_id", "month", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_progress_reports_of_task",
                table: "progress_reports",
                columns: new[] { "government_id", "task_id", "month", "span", "id", "status", "verdict" });

            migrationBuilder.CreateIndex(
                name: "ix_raised_doubts_government_id_month_state",
                table: "raised_doubts",
                columns: new[] { "government_id", "month", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_raised_doubts_government_id_report_id",
                table: "raised_doubts",
                columns: new[] { "government_id", "report_id" });

            migrationBuilder.CreateIndex(
                name: "ix_raised_doubts_government_id_task_id_month",
                table: "raised_doubts",
                columns: new[] { "government_id", "task_id", "month" });

            migrationBuilder.CreateIndex(
                name: "ix_recovery_codes_account_id",
                table: "recovery_codes",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_rectifications_government_id_state_due_at",
                table: "rectifications",
                columns: new[] { "government_id", "state", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_rectifications_government_id_task_id",
                table: "rectifications",
                columns: new[] { "government_id", "task_id" });

            migrationBuilder.CreateIndex(
                name: "ix_rectifications_government_id_unit_id",
                table: "rectifications",
                columns: new[] { "government_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_responsibilities_government_id_task_id",
                table: "responsibilities",
                columns: new[] { "government_id", "task_id" });

            migrationBuilder.CreateIndex(
                name: "ix_responsibilities_government_id_unit_id_task_id",
                table: "responsibilities",
                columns: new[] { "government_id", "unit_id", "task_id" });

            migrationBuilder.CreateIndex(
                name: "ix_rule_sets_government_id_from",
                table: "rule_sets",
                columns: new[] { "government_id", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_rule_sets_government_id_replaced_id",
                table: "rule_sets",
                columns: new[] { "government_id", "replaced_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_saved_views_government_id_account_id_name",
                table: "saved_views",
                columns: new[] { "government_id", "account_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_search_entries_government_id_subject_id",
                table: "search_entries",
                columns: new[] { "government_id", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "ix_sent_reminders_government_id_sent_at",
                table: "sent_reminders",
                columns: new[] { "government_id", "sent_at" });

            migrationBuilder.CreateIndex(
                name: "ix_sent_reminders_government_id_unit_id_day",
                table: "sent_reminders",
                columns: new[] { "government_id", "unit_id", "day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sent_reminders_government_id_unit_id_sent_at",
                table: "sent_reminders",
                columns: new[] { "government_id", "unit_id", "sent_at" });

            migrationBuilder.CreateIndex(
                name: "ix_sessions_account_id",
                table: "sessions",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_source_sentences_government_id_ledger_id_position",
                table: "source_sentences",
                columns: new[] { "government_id", "ledger_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staged_uploads_at",
                table: "staged_uploads",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_units_government_id_name_qualifier",
                table: "units",
                columns: new[] { "government_id", "name", "qualifier" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_tokens");

            migrationBuilder.DropTable(
                name: "account_claims");

            migrationBuilder.DropTable(
                name: "account_logins");

            migrationBuilder.DropTable(
                name: "account_tokens");

            migrationBuilder.DropTable(
                name: "announcements");

            migrationBuilder.DropTable(
                name: "attachments");

            migrationBuilder.DropTable(
                name: "audit_anchors");

            migrationBuilder.DropTable(
                name: "audit_chains");

            migrationBuilder.DropTable(
                name: "audit_entries");

            migrationBuilder.DropTable(
                name: "circulars");

            migrationBuilder.DropTable(
                name: "contributions");

            migrationBuilder.DropTable(
                name: "extension_requests");

            migrationBuilder.DropTable(
                name: "feedback");

            migrationBuilder.DropTable(
                name: "former_passwords");

            migrationBuilder.DropTable(
                name: "idempotency_records");

            migrationBuilder.DropTable(
                name: "instruction_replies");

            migrationBuilder.DropTable(
                name: "key_task_versions");

            migrationBuilder.DropTable(
                name: "leases");

            migrationBuilder.DropTable(
                name: "material_papers");

            migrationBuilder.DropTable(
                name: "material_sections");

            migrationBuilder.DropTable(
                name: "notices");

            migrationBuilder.DropTable(
                name: "objections");

            migrationBuilder.DropTable(
                name: "office_calendars");

            migrationBuilder.DropTable(
                name: "office_days");

            migrationBuilder.DropTable(
                name: "office_words");

            migrationBuilder.DropTable(
                name: "opened_periods");

            migrationBuilder.DropTable(
                name: "outbox_messages");

            migrationBuilder.DropTable(
                name: "planned_months");

            migrationBuilder.DropTable(
                name: "protection_keys");

            migrationBuilder.DropTable(
                name: "raised_doubts");

            migrationBuilder.DropTable(
                name: "recovery_codes");

            migrationBuilder.DropTable(
                name: "rectifications");

            migrationBuilder.DropTable(
                name: "report_versions");

            migrationBuilder.DropTable(
                name: "responsibilities");

            migrationBuilder.DropTable(
                name: "robots");

            migrationBuilder.DropTable(
                name: "rule_sets");

            migrationBuilder.DropTable(
                name: "saved_views");

            migrationBuilder.DropTable(
                name: "search_entries");

            migrationBuilder.DropTable(
                name: "security_policies");

            migrationBuilder.DropTable(
                name: "sent_reminders");

            migrationBuilder.DropTable(
                name: "sessions");

            migrationBuilder.DropTable(
                name: "setup_links");

            migrationBuilder.DropTable(
                name: "source_sentences");

            migrationBuilder.DropTable(
                name: "staged_uploads");

            migrationBuilder.DropTable(
                name: "positions");

            migrationBuilder.DropTable(
                name: "instructions");

            migrationBuilder.DropTable(
                name: "materials");

            migrationBuilder.DropTable(
                name: "progress_reports");

            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropTable(
                name: "office_templates");

            migrationBuilder.DropTable(
                name: "due_items");

            migrationBuilder.DropTable(
                name: "key_tasks");

            migrationBuilder.DropTable(
                name: "leader_posts");

            migrationBuilder.DropTable(
                name: "ledgers");

            migrationBuilder.DropTable(
                name: "units");

            migrationBuilder.DropTable(
                name: "governments");
        }
    }
}
