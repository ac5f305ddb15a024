-- Room audit: an act and how it ended, together. Of a usual act a rare outcome is found without reading all of its rows;
-- an act alone is read by all of its outcomes.
CREATE INDEX provisioning_log_act_outcome ON provisioning_log (company_id, action, outcome, id);
DROP INDEX provisioning_log_action;
