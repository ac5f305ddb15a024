-- The two roles of the database. Run once in an empty database, as the role that owns it (here scim_owner):
--   psql "$OWNER_URL" -v service_password=… -f roles.sql
-- The owner migrates; the service reads and writes rows and cannot touch a table's form.
CREATE ROLE scim_service LOGIN PASSWORD :'service_password';
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO scim_service;
-- For what the migration makes from now on.
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO scim_service;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO scim_service;
-- For what is there already.
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO scim_service;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO scim_service;
-- A schema change that waits for a lock must not hold everybody up behind it.
ALTER ROLE CURRENT_USER SET lock_timeout = '2s';
