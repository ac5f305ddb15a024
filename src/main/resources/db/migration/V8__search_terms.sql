-- Room user: what filters and pages look up, so that a lookup costs the same however many companies and people there are.

-- One number for each simple value of the search document: company, place and value, hashed (SearchTerms). An entry of
-- the index belongs to one company, and PostgreSQL knows how frequent each is; of jsonb it knows nothing.
ALTER TABLE users ADD COLUMN search_terms bigint[] NOT NULL DEFAULT '{}';
WITH RECURSIVE found (id, company_id, place, value) AS (
  SELECT id, company_id, '', search FROM users
  UNION ALL
  SELECT found.id, found.company_id, found.place || inner_value.place, inner_value.value
    FROM found
    CROSS JOIN LATERAL (
      SELECT '.' || key AS place, value
        FROM jsonb_each(CASE WHEN jsonb_typeof(found.value) = 'object' THEN found.value ELSE '{}' END)
      UNION ALL
      SELECT '', value
        FROM jsonb_array_elements(CASE WHEN jsonb_typeof(found.value) = 'array' THEN found.value ELSE '[]' END)
    ) inner_value
), term (id, number) AS (
  SELECT DISTINCT id, ('x' || encode(substring(sha256(convert_to(
           company_id::text || E'\n' || place || E'\n' || (value #>> '{}'), 'UTF8')) FROM 1 FOR 8), 'hex'))::bit(64)::bigint
    FROM found
   WHERE jsonb_typeof(value) NOT IN ('object', 'array')
)
UPDATE users SET search_terms = numbers.all_of_them
  FROM (SELECT id, array_agg(number ORDER BY number) AS all_of_them FROM term GROUP BY id) numbers
 WHERE users.id = numbers.id;
ALTER TABLE users ALTER COLUMN search_terms DROP DEFAULT;

DROP INDEX users_search;
-- Without the list of pending entries, which every lookup would have to read from end to end.
CREATE INDEX users_search ON users USING gin (search_terms) WITH (fastupdate = off) WHERE deleted_at IS NULL;

-- Who may not log in: few among many.
CREATE INDEX users_inactive ON users (company_id, id) WHERE deleted_at IS NULL AND NOT active;
-- "Changed since" and "made since", in order.
CREATE INDEX users_modified ON users (company_id, modified_at, id) WHERE deleted_at IS NULL;
CREATE INDEX users_created ON users (company_id, created_at, id) WHERE deleted_at IS NULL;
