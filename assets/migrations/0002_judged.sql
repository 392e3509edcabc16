-- Schema 2: what clients say of the work, what the user decided about single items, how clients stand to each other, and when they
-- do not want to be called.

-- Minutes of the day in the file's zone, both or none; over midnight where the second is the smaller one.
ALTER TABLE client ADD COLUMN quiet_from INTEGER CHECK (quiet_from BETWEEN 0 AND 1439);
ALTER TABLE client ADD COLUMN quiet_to INTEGER
  CHECK (quiet_to BETWEEN 0 AND 1439 AND (quiet_from IS NULL) = (quiet_to IS NULL));

CREATE TABLE survey_answer (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE RESTRICT,
  person_id INTEGER REFERENCES person(id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('nps','csat')),
  score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 10),
  on_day INTEGER NOT NULL,
  channel TEXT,
  reasons TEXT,                  -- a list joined by '; '
  note TEXT,
  CHECK (kind = 'nps' OR score BETWEEN 1 AND 5)
) STRICT;
CREATE INDEX survey_answer_fold ON survey_answer(client_id, on_day, kind, score, reasons, id);
CREATE INDEX survey_answer_person ON survey_answer(person_id) WHERE person_id IS NOT NULL;

CREATE TABLE quadrant (          -- the user's own quadrant of an item; a dated state
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE RESTRICT,
  target TEXT NOT NULL,          -- identity of the item, as in deferral
  quadrant INTEGER NOT NULL CHECK (quadrant BETWEEN 1 AND 4),
  created INTEGER NOT NULL, ended INTEGER
) STRICT;
CREATE INDEX quadrant_fold ON quadrant(client_id, created, ended, target, quadrant, id);

CREATE TABLE client_relation (   -- one row for both sides; a dated state
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE RESTRICT,
  other_id INTEGER NOT NULL REFERENCES client(id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('competitor','partner','group','conflict')),
  note TEXT,
  created INTEGER NOT NULL, ended INTEGER,
  CHECK (client_id <> other_id)
) STRICT;
CREATE INDEX client_relation_fold ON client_relation(client_id, created, ended, other_id, kind, note, id);
CREATE INDEX client_relation_other ON client_relation(other_id, created, ended, client_id, kind, note, id);
