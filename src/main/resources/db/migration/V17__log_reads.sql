-- Room audit: what an admin asks the log for, each by an index that yields a page in order, newest first.
ALTER TABLE provisioning_log
  -- What the refusal's answer said beside its status (RFC 7644 §3.12).
  ADD COLUMN scim_type text,
  -- The subject, folded, for lookups by how it begins.
  ADD COLUMN subject_key text COLLATE "C",
  -- Whom a refusal is about beside its subject: who has the name already that was asked for.
  ADD COLUMN related_user_id uuid;
UPDATE provisioning_log SET subject_key = lower(subject) WHERE subject IS NOT NULL;
CREATE INDEX provisioning_log_action ON provisioning_log (company_id, action, id);
CREATE INDEX provisioning_log_outcome ON provisioning_log (company_id, outcome, id);
CREATE INDEX provisioning_log_status ON provisioning_log (company_id, status, id) WHERE status IS NOT NULL;
CREATE INDEX provisioning_log_actor ON provisioning_log (company_id, actor, id);
CREATE INDEX provisioning_log_request ON provisioning_log (company_id, request_id, id);
-- Who never came to be has no id.
CREATE INDEX provisioning_log_nobody ON provisioning_log (company_id, subject_key, id) WHERE user_id IS NULL;
