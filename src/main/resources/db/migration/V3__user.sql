-- Room user: who exists. Text is compared byte by byte (collation "C"); what is compared without case is folded before
-- it is stored, so that no database locale has a say in who is who.
CREATE TABLE users (
  id                 uuid PRIMARY KEY,
  company_id         uuid NOT NULL REFERENCES company,
  user_name          text NOT NULL CHECK (length(user_name) > 0),
  user_name_key      text COLLATE "C" NOT NULL,
  login_email        text COLLATE "C",
  -- An address that staff took from this person: it is not derived again until another one is sent.
  released_email     text COLLATE "C",
  external_id        text COLLATE "C",
  active             boolean NOT NULL,
  manager_id         uuid,
  scim_managed_since timestamptz,
  deleted_at         timestamptz,
  previous_user_id   uuid,
  version            bigint NOT NULL CHECK (version >= 1),
  -- The SCIM resource as sent, without id, schemas and meta.
  document           json NOT NULL,
  -- Its folded twin, which filters look into.
  search             jsonb NOT NULL,
  created_at         timestamptz NOT NULL,
  modified_at        timestamptz NOT NULL CHECK (modified_at >= created_at),
  UNIQUE (company_id, id),
  FOREIGN KEY (company_id, previous_user_id) REFERENCES users (company_id, id),
  CHECK (deleted_at IS NULL OR NOT active),
  CHECK (active = (document ->> 'active')::boolean),
  CHECK (login_email IS NULL OR login_email IS DISTINCT FROM released_email)
);
CREATE UNIQUE INDEX users_user_name ON users (company_id, user_name_key) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX users_external_id ON users (company_id, external_id)
  WHERE deleted_at IS NULL AND external_id IS NOT NULL;
CREATE UNIQUE INDEX users_login_email ON users (login_email)
  WHERE active AND deleted_at IS NULL AND login_email IS NOT NULL;
CREATE INDEX users_page ON users (company_id, id) WHERE deleted_at IS NULL;
CREATE INDEX users_manager ON users (company_id, manager_id) WHERE deleted_at IS NULL AND manager_id IS NOT NULL;
CREATE INDEX users_search ON users USING gin (search jsonb_path_ops) WHERE deleted_at IS NULL;
-- Whom an address or an identity provider's identifier meant before.
CREATE INDEX users_login_email_history ON users (login_email, id) WHERE login_email IS NOT NULL;
CREATE INDEX users_external_id_history ON users (company_id, external_id, id) WHERE deleted_at IS NOT NULL;
