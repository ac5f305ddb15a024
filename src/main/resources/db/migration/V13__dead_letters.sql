-- Room signal: what was given up is listed by company, newest first, and can be told again.
-- While a delivery is being made: nothing of its person may then be put before it.
ALTER TABLE delivery ADD COLUMN claimed_until timestamptz;
DROP INDEX delivery_dead;
CREATE INDEX delivery_dead ON delivery (company_id, dead_at DESC, id DESC) WHERE dead_at IS NOT NULL;
-- Dropped some time after it was given up.
CREATE INDEX delivery_given_up ON delivery (dead_at) WHERE dead_at IS NOT NULL;
-- How far the telling of a person's change is.
CREATE INDEX delivery_person ON delivery (company_id, user_id, position);
-- What a polled stream has to offer, in order.
CREATE INDEX delivery_open ON delivery (stream_id, position) WHERE delivered_at IS NULL AND dead_at IS NULL;
