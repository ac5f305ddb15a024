-- Room audit: what was done to whom by whom, and with what outcome. A write's row is part of the write's transaction.
CREATE TABLE provisioning_log (
  -- Ordered by time: the identifier is a UUIDv7.
  id          uuid PRIMARY KEY,
  company_id  uuid NOT NULL REFERENCES company,
  occurred_at timestamptz NOT NULL,
  actor_kind  text NOT NULL CHECK (actor_kind IN ('SCIM', 'ADMIN', 'STAFF', 'SYSTEM')),
  actor       text NOT NULL,
  action      text NOT NULL,
  outcome     text NOT NULL CHECK (outcome IN ('DONE', 'NO_CHANGE', 'REFUSED', 'FAILED')),
  user_id     uuid,
  subject     text,
  request_id  text NOT NULL,
  status      integer,
  reason      text,
  changes     json,
  effects     json
);
CREATE INDEX provisioning_log_page ON provisioning_log (company_id, id);
CREATE INDEX provisioning_log_user ON provisioning_log (company_id, user_id, id) WHERE user_id IS NOT NULL;
