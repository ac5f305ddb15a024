-- Room user: lists of people by name, all or one sort of them, and lookups by how a name begins, deleted people too.
CREATE INDEX users_managed ON users (company_id, user_name_key)
  WHERE deleted_at IS NULL AND scim_managed_since IS NOT NULL;
CREATE INDEX users_by_hand ON users (company_id, user_name_key)
  WHERE deleted_at IS NULL AND scim_managed_since IS NULL;
CREATE INDEX users_inactive_by_name ON users (company_id, user_name_key) WHERE deleted_at IS NULL AND NOT active;
CREATE INDEX users_deleted_by_name ON users (company_id, user_name_key) WHERE deleted_at IS NOT NULL;
CREATE INDEX users_login_email_begins ON users (company_id, login_email) WHERE login_email IS NOT NULL;
