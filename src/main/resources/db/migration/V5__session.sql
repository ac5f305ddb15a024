-- Room session: who is signed in, on which platform.
CREATE TABLE login_session (
  id             uuid PRIMARY KEY,
  company_id     uuid NOT NULL,
  user_id        uuid NOT NULL,
  platform       text NOT NULL CHECK (length(btrim(platform)) BETWEEN 1 AND 100),
  opened_at      timestamptz NOT NULL,
  expires_at     timestamptz NOT NULL CHECK (expires_at > opened_at),
  revoked_at     timestamptz,
  revoked_reason text CHECK (revoked_reason IN ('DEPROVISIONED', 'SIGNED_OUT', 'LOGIN_RELEASED')),
  FOREIGN KEY (company_id, user_id) REFERENCES users (company_id, id),
  CHECK ((revoked_at IS NULL) = (revoked_reason IS NULL))
);
CREATE INDEX login_session_live ON login_session (company_id, user_id) WHERE revoked_at IS NULL;
