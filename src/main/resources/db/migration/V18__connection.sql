-- Room connection: what was seen of a company's identity provider, for its admin. Written apart from the requests, some
-- seconds later at most, and kept for a short time.

-- Single requests: the refused ones, a bounded number an hour, and some of those that went well. Texts are as received,
-- cut; of a token only its public key id and its length.
CREATE TABLE connection_request (
  -- Ordered by time: a UUIDv7.
  id           uuid PRIMARY KEY,
  company_id   uuid NOT NULL REFERENCES company,
  occurred_at  timestamptz NOT NULL,
  finding      text NOT NULL,
  method       text NOT NULL CHECK (length(method) <= 20),
  path         text NOT NULL CHECK (length(path) <= 201),
  route        text NOT NULL CHECK (length(route) <= 60),
  status       integer NOT NULL,
  scim_type    text,
  detail       text CHECK (length(detail) <= 201),
  key_id       text COLLATE "C" CHECK (length(key_id) = 8),
  token_length integer,
  scheme       text CHECK (length(scheme) <= 21),
  content_type text CHECK (length(content_type) <= 201),
  user_agent   text CHECK (length(user_agent) <= 201),
  request_id   text NOT NULL,
  millis       integer NOT NULL
);
CREATE INDEX connection_request_page ON connection_request (company_id, id);

-- How many, in pieces of five minutes.
CREATE TABLE connection_count (
  company_id uuid NOT NULL REFERENCES company,
  begins_at  timestamptz NOT NULL,
  reads      bigint NOT NULL DEFAULT 0,
  writes     bigint NOT NULL DEFAULT 0,
  refused    bigint NOT NULL DEFAULT 0,
  failed     bigint NOT NULL DEFAULT 0,
  -- How many of them asked to be kept singly: the bound holds across replicas.
  single     bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (company_id, begins_at)
);
CREATE INDEX connection_count_old ON connection_count (begins_at);

-- When each kind of request last went well and last did not.
CREATE TABLE connection_route (
  company_id     uuid NOT NULL REFERENCES company,
  route          text NOT NULL CHECK (length(route) <= 60),
  last_at        timestamptz NOT NULL,
  last_status    integer NOT NULL,
  last_millis    integer NOT NULL,
  user_agent     text CHECK (length(user_agent) <= 201),
  last_ok_at     timestamptz,
  last_ok_millis integer,
  key_id         text COLLATE "C",
  PRIMARY KEY (company_id, route)
);
