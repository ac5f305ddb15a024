-- Room outbox: events, written in the transaction that causes them, told to others after it committed.
CREATE TABLE outbox_event (
  id              uuid PRIMARY KEY,
  -- Order of writing. One person's events are written under that person's row lock, so it is their true order.
  position        bigint GENERATED ALWAYS AS IDENTITY,
  company_id      uuid NOT NULL REFERENCES company,
  user_id         uuid NOT NULL,
  type            text NOT NULL,
  payload         json NOT NULL,
  txn             text NOT NULL,
  occurred_at     timestamptz NOT NULL,
  attempts        integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL,
  delivered_at    timestamptz,
  dead_at         timestamptz,
  last_error      text,
  FOREIGN KEY (company_id, user_id) REFERENCES users (company_id, id),
  CHECK (delivered_at IS NULL OR dead_at IS NULL)
);
CREATE INDEX outbox_event_due ON outbox_event (next_attempt_at, position)
  WHERE delivered_at IS NULL AND dead_at IS NULL;
CREATE INDEX outbox_event_person ON outbox_event (user_id, position) WHERE delivered_at IS NULL AND dead_at IS NULL;
