-- Room user: what a person may do, and where. Rows are never removed; an ended one says when and why.
CREATE TABLE project (
  id         uuid PRIMARY KEY,
  company_id uuid NOT NULL REFERENCES company,
  name       text NOT NULL CHECK (length(btrim(name)) BETWEEN 1 AND 200),
  created_at timestamptz NOT NULL,
  UNIQUE (company_id, id)
);
CREATE UNIQUE INDEX project_name ON project (company_id, name);

CREATE TABLE role_assignment (
  id           uuid PRIMARY KEY,
  company_id   uuid NOT NULL,
  user_id      uuid NOT NULL,
  role         text COLLATE "C" NOT NULL CHECK (length(btrim(role)) BETWEEN 1 AND 100),
  started_at   timestamptz NOT NULL,
  started_by   text NOT NULL,
  ended_at     timestamptz,
  ended_reason text CHECK (ended_reason IN ('DEPROVISIONED', 'REMOVED')),
  FOREIGN KEY (company_id, user_id) REFERENCES users (company_id, id),
  CHECK ((ended_at IS NULL) = (ended_reason IS NULL))
);
CREATE UNIQUE INDEX role_assignment_open ON role_assignment (company_id, user_id, role) WHERE ended_at IS NULL;

CREATE TABLE project_membership (
  id           uuid PRIMARY KEY,
  company_id   uuid NOT NULL,
  user_id      uuid NOT NULL,
  project_id   uuid NOT NULL,
  started_at   timestamptz NOT NULL,
  started_by   text NOT NULL,
  ended_at     timestamptz,
  ended_reason text CHECK (ended_reason IN ('DEPROVISIONED', 'REMOVED')),
  FOREIGN KEY (company_id, user_id) REFERENCES users (company_id, id),
  FOREIGN KEY (company_id, project_id) REFERENCES project (company_id, id),
  CHECK ((ended_at IS NULL) = (ended_reason IS NULL))
);
CREATE UNIQUE INDEX project_membership_open ON project_membership (company_id, user_id, project_id)
  WHERE ended_at IS NULL;
CREATE INDEX project_membership_project ON project_membership (company_id, project_id) WHERE ended_at IS NULL;
