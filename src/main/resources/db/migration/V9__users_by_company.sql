-- Room user: a person's key begins with the company. With an index on id alone PostgreSQL may walk all companies in the
-- order of ids to collect a page of one of them, which can lie at the very end.
ALTER TABLE users DROP CONSTRAINT users_company_id_id_key CASCADE;
ALTER TABLE users DROP CONSTRAINT users_pkey;
ALTER TABLE users ADD PRIMARY KEY (company_id, id);
-- An update names the id alone. A hash has no order that could be walked.
CREATE INDEX users_id ON users USING hash (id);
ALTER TABLE users ADD FOREIGN KEY (company_id, previous_user_id) REFERENCES users (company_id, id);
ALTER TABLE role_assignment ADD FOREIGN KEY (company_id, user_id) REFERENCES users (company_id, id);
ALTER TABLE project_membership ADD FOREIGN KEY (company_id, user_id) REFERENCES users (company_id, id);
ALTER TABLE login_session ADD FOREIGN KEY (company_id, user_id) REFERENCES users (company_id, id);
ALTER TABLE outbox_event ADD FOREIGN KEY (company_id, user_id) REFERENCES users (company_id, id);
