-- Room idp: by whose signature a company's people may be signed out. The row stays when the admin removes it.
CREATE TABLE identity_provider (
  company_id uuid PRIMARY KEY REFERENCES company,
  issuer     text NOT NULL CHECK (length(issuer) BETWEEN 1 AND 1024),
  jwks_uri   text NOT NULL CHECK (length(jwks_uri) BETWEEN 1 AND 1024),
  audience   text NOT NULL CHECK (length(audience) BETWEEN 1 AND 1024),
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL,
  removed_at timestamptz
);

-- Tokens that were used, by a digest of company and jti, until they could not be used again anyway.
CREATE TABLE used_assertion (
  digest     text COLLATE "C" PRIMARY KEY CHECK (length(digest) = 43),
  company_id uuid NOT NULL REFERENCES company,
  expires_at timestamptz NOT NULL
);
CREATE INDEX used_assertion_expired ON used_assertion (company_id, expires_at);

-- Room audit: identity providers act beside SCIM, too.
ALTER TABLE provisioning_log DROP CONSTRAINT provisioning_log_actor_kind_check;
ALTER TABLE provisioning_log ADD CONSTRAINT provisioning_log_actor_kind_check
  CHECK (actor_kind IN ('SCIM', 'IDENTITY_PROVIDER', 'ADMIN', 'STAFF', 'PLATFORM', 'SYSTEM'));
