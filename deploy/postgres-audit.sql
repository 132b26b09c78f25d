-- After every migration, as the owner: what was written into the audit stays, whoever has the program's password.
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO luoshi_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO luoshi_app;
REVOKE UPDATE, DELETE, TRUNCATE ON audit_entries, audit_anchors FROM luoshi_app;
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON "__EFMigrationsHistory" FROM luoshi_app;
