-- After a database was restored from a backup, before the service starts on it: what the backup does not know of must not
-- count. A person removed since then is active in it, and a token regenerated since then is live in it.
-- One transaction: all or nothing. May be run twice.
BEGIN;

-- Nobody is signed in: platforms ask again, and whoever was removed is refused once the identity provider has spoken.
UPDATE login_session SET revoked_at = now(), revoked_reason = 'SIGNED_OUT'
WHERE revoked_at IS NULL AND expires_at > now();

-- No token is valid: each company's admin regenerates it, and the identity provider then tells everything anew.
UPDATE scim_token SET ended_at = now(), ended_by = 'restore', ended_reason = 'REGENERATED'
WHERE ended_at IS NULL;

-- The provisioning log says so to each company that uses SCIM.
INSERT INTO provisioning_log (id, company_id, occurred_at, actor_kind, actor, action, outcome, request_id, reason)
SELECT
  -- Identifiers of the log are ordered by time (version 7): milliseconds, then chance.
  (lpad(to_hex((extract(epoch FROM clock_timestamp()) * 1000)::bigint), 12, '0') || '7'
    || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid,
  company_id, now(), 'SYSTEM', 'restore', 'REGENERATE_TOKEN', 'DONE', 'restore-' || gen_random_uuid(),
  'The database was restored from a backup: the token has ended. Regenerate it and start a full synchronisation.'
FROM scim_settings AS settings
WHERE enabled AND NOT EXISTS (
  SELECT 1 FROM provisioning_log AS log
  WHERE log.company_id = settings.company_id AND log.actor = 'restore' AND log.occurred_at > now() - interval '1 hour');

COMMIT;
