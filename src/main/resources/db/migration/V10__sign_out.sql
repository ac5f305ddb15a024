-- Room audit: platforms act, too: they sign people out.
ALTER TABLE provisioning_log DROP CONSTRAINT provisioning_log_actor_kind_check;
ALTER TABLE provisioning_log ADD CONSTRAINT provisioning_log_actor_kind_check
  CHECK (actor_kind IN ('SCIM', 'ADMIN', 'STAFF', 'PLATFORM', 'SYSTEM'));
