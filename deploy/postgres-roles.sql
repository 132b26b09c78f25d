-- Two roles: the owner changes the schema, the program works with the rows. Run as a superuser, with psql variables for the passwords:
--   psql -v owner_password=... -v app_password=... -f postgres-roles.sql
-- Then, whenever a new version brings a migration: start it once as luoshi_owner, run the last part again, and go on as luoshi_app.
CREATE ROLE luoshi_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE luoshi_app LOGIN PASSWORD :'app_password';
CREATE DATABASE luoshi OWNER luoshi_owner ENCODING 'UTF8' TEMPLATE template0;
REVOKE ALL ON DATABASE luoshi FROM PUBLIC;
GRANT CONNECT ON DATABASE luoshi TO luoshi_app;

\connect luoshi
GRANT USAGE ON SCHEMA public TO luoshi_app;
ALTER DEFAULT PRIVILEGES FOR ROLE luoshi_owner IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO luoshi_app;
ALTER DEFAULT PRIVILEGES FOR ROLE luoshi_owner IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO luoshi_app;
