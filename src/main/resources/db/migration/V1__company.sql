-- Room company: the tenants.
CREATE TABLE company (
  id           uuid PRIMARY KEY,
  name         text NOT NULL CHECK (length(btrim(name)) BETWEEN 1 AND 200),
  scim_feature boolean NOT NULL DEFAULT false,
  -- The seeded company of the demo: a production start refuses a database that holds one.
  demo         boolean NOT NULL DEFAULT false,
  created_at   timestamptz NOT NULL
);
CREATE UNIQUE INDEX company_demo ON company (demo) WHERE demo;
