-- Room signal: a stream may be a Kafka topic. It is the settings' own; no receiver can ask for it.
ALTER TABLE stream DROP CONSTRAINT stream_method_check;
ALTER TABLE stream ADD CONSTRAINT stream_method_check CHECK (method IN ('PUSH', 'POLL', 'KAFKA'));
