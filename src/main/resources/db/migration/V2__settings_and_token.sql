-- Room settings: whether a company uses SCIM, and who said so.
CREATE TABLE scim_settings (
  company_id uuid PRIMARY KEY REFERENCES company,
  enabled    boolean NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL
);

-- Room token: one live bearer token per company. Digests of ended ones stay, so that the connection doctor can say
-- which token an identity provider still sends.
CREATE TABLE scim_token (
  id           uuid PRIMARY KEY,
  company_id   uuid NOT NULL REFERENCES company,
  key_id       text COLLATE "C" NOT NULL CHECK (key_id ~ '^[0-9A-Za-z]{8}$'),
  digest       bytea NOT NULL CHECK (length(digest) = 32),
  issued_at    timestamptz NOT NULL,
  issued_by    text NOT NULL,
  expires_at   timestamptz NOT NULL CHECK (expires_at > issued_at),
  ended_at     timestamptz,
  ended_by     text,
  ended_reason text CHECK (ended_reason IN ('REGENERATED', 'DISABLED')),
  last_used_at timestamptz,
  CHECK ((ended_at IS NULL) = (ended_reason IS NULL) AND (ended_at IS NULL) = (ended_by IS NULL))
);
CREATE UNIQUE INDEX scim_token_key ON scim_token (key_id);
CREATE UNIQUE INDEX scim_token_one_live ON scim_token (company_id) WHERE ended_at IS NULL;
CREATE INDEX scim_token_history ON scim_token (company_id, issued_at);
