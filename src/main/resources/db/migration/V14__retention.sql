-- Rooms session, idp: what is over is dropped across companies, oldest first.
CREATE INDEX login_session_over ON login_session (expires_at);
DROP INDEX used_assertion_expired;
CREATE INDEX used_assertion_expired ON used_assertion (expires_at);
