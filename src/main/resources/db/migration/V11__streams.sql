-- Room signal: streams, who is told what of people's changes (SSF 1.0), and deliveries, how far each telling is.
CREATE TABLE stream (
  id                   uuid PRIMARY KEY,
  owner                text NOT NULL,
  -- Null: the changes of all companies.
  company_id           uuid REFERENCES company,
  audience             text NOT NULL,
  method               text NOT NULL CHECK (method IN ('PUSH', 'POLL')),
  endpoint_url         text,
  -- A secret: sent to the receiver, shown to nobody.
  authorization_header text,
  -- URIs, separated by blanks; null: whatever is told without being asked for.
  events_requested     text,
  description          text,
  subject_format       text NOT NULL CHECK (subject_format IN ('EMAIL', 'ISS_SUB', 'OPAQUE')),
  status               text NOT NULL CHECK (status IN ('ENABLED', 'PAUSED', 'DISABLED')),
  status_reason        text,
  created_at           timestamptz NOT NULL,
  updated_at           timestamptz NOT NULL,
  last_seen_at         timestamptz NOT NULL,
  last_verified_at     timestamptz,
  CHECK ((method = 'PUSH') = (endpoint_url IS NOT NULL))
);
CREATE INDEX stream_owner ON stream (owner);
CREATE INDEX stream_company ON stream (company_id);

-- All people are subjects of a stream except those that its owner removed.
CREATE TABLE stream_subject (
  stream_id  uuid NOT NULL REFERENCES stream ON DELETE CASCADE,
  subject    text NOT NULL,
  removed_at timestamptz NOT NULL,
  PRIMARY KEY (stream_id, subject)
);

CREATE TABLE delivery (
  -- The jti: a repeat carries the same.
  id              uuid PRIMARY KEY,
  position        bigint GENERATED ALWAYS AS IDENTITY,
  stream_id       uuid NOT NULL REFERENCES stream ON DELETE CASCADE,
  event_id        uuid,
  -- Both null: about the stream itself.
  company_id      uuid REFERENCES company,
  user_id         uuid,
  -- What is told in order: a person's events within a stream, or the stream's own.
  lane            uuid NOT NULL GENERATED ALWAYS AS (coalesce(user_id, stream_id)) STORED,
  type            text NOT NULL,
  payload         json NOT NULL,
  txn             text NOT NULL,
  occurred_at     timestamptz NOT NULL,
  created_at      timestamptz NOT NULL,
  attempts        integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL,
  delivered_at    timestamptz,
  dead_at         timestamptz,
  last_error      text,
  UNIQUE (stream_id, event_id),
  CHECK ((user_id IS NULL) = (company_id IS NULL)),
  CHECK (delivered_at IS NULL OR dead_at IS NULL)
);
CREATE INDEX delivery_due ON delivery (stream_id, next_attempt_at, position)
  WHERE delivered_at IS NULL AND dead_at IS NULL;
CREATE INDEX delivery_lane ON delivery (stream_id, lane, position) WHERE delivered_at IS NULL AND dead_at IS NULL;
CREATE INDEX delivery_oldest ON delivery (created_at) WHERE delivered_at IS NULL AND dead_at IS NULL;
CREATE INDEX delivery_delivered ON delivery (delivered_at) WHERE delivered_at IS NOT NULL;
CREATE INDEX delivery_dead ON delivery (company_id, dead_at) WHERE dead_at IS NOT NULL;

-- Room outbox: an event is handed on to the streams; how often it was tried to be told is the delivery's.
ALTER TABLE outbox_event RENAME COLUMN delivered_at TO handed_on_at;
UPDATE outbox_event SET handed_on_at = dead_at, dead_at = NULL WHERE dead_at IS NOT NULL;
DROP INDEX outbox_event_due;
DROP INDEX outbox_event_person;
ALTER TABLE outbox_event
  DROP COLUMN attempts, DROP COLUMN next_attempt_at, DROP COLUMN dead_at, DROP COLUMN last_error;
CREATE INDEX outbox_event_person ON outbox_event (user_id, position) WHERE handed_on_at IS NULL;
CREATE INDEX outbox_event_open ON outbox_event (position) WHERE handed_on_at IS NULL;
CREATE INDEX outbox_event_handed_on ON outbox_event (handed_on_at) WHERE handed_on_at IS NOT NULL;
