-- Schema 3: cases with their logs, evidence, and what was learned from them. Status and clocks are derived, never stored.

CREATE TABLE complaint (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE RESTRICT,
  person_id INTEGER REFERENCES person(id) ON DELETE RESTRICT,
  other_id INTEGER REFERENCES client(id) ON DELETE RESTRICT, -- the other side of a conflict
  no INTEGER NOT NULL UNIQUE,    -- counts per file
  kind TEXT NOT NULL CHECK (kind IN ('complaint','enquiry','support','suggestion','conflict')),
  complex INTEGER NOT NULL DEFAULT 0 CHECK (complex IN (0,1)),
  opened INTEGER NOT NULL,       -- when the client said so
  channel TEXT CHECK (channel IN ('visit','meeting','call','message','email','letter')),
  text TEXT NOT NULL,
  demand TEXT,                   -- what the client wants
  cause TEXT,                    -- a code of the policy's list
  mediator TEXT,                 -- neutral third person
  remedy INTEGER, remedy_currency TEXT,
  -- The terms it was opened under; a later agreement does not change what was promised.
  tier TEXT CHECK (tier IN ('A','B','C')),
  response_hours INTEGER,        -- the client's own agreed response time
  policy_id INTEGER REFERENCES policy_version(id) ON DELETE RESTRICT, -- null: the shipped default
  begun TEXT NOT NULL DEFAULT 'registered' -- where it stood when it was taken over from a list
    CHECK (begun IN ('registered','acknowledged','proposed','rejected','resolved','followed-up','closed')),
  CHECK (other_id IS NULL OR other_id <> client_id),
  CHECK ((remedy IS NULL) = (remedy_currency IS NULL))
) STRICT;
CREATE INDEX complaint_fold ON complaint(client_id, opened, no, kind, complex, channel, cause, tier, response_hours, policy_id,
  person_id, other_id, remedy, remedy_currency, begun, text, id);
CREATE INDEX complaint_person ON complaint(person_id) WHERE person_id IS NOT NULL;
CREATE INDEX complaint_other ON complaint(other_id) WHERE other_id IS NOT NULL;
CREATE INDEX complaint_policy ON complaint(policy_id) WHERE policy_id IS NOT NULL;

CREATE TABLE complaint_event (   -- only ever added to; a correction is another event
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE RESTRICT,
  complaint_id INTEGER NOT NULL REFERENCES complaint(id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN
    ('acknowledge','attempt','note','waiting','resume','propose','reject','resolve','follow-up','close','reopen')),
  at INTEGER NOT NULL,
  text TEXT,
  score INTEGER CHECK (score BETWEEN 0 AND 5), -- 0 is unreachable
  promised INTEGER,              -- the moment the client was told it would be ready by
  channel TEXT CHECK (channel IN ('visit','meeting','call','message','email','letter')),
  minutes INTEGER,               -- time it took
  touch_id INTEGER REFERENCES touch(id) ON DELETE RESTRICT, -- the contact it was said in
  corrects INTEGER REFERENCES complaint_event(id) ON DELETE RESTRICT,
  written INTEGER NOT NULL       -- when it was typed
) STRICT;
CREATE INDEX complaint_event_fold ON complaint_event(client_id, complaint_id, at, kind, score, promised, channel, corrects, id);
CREATE INDEX complaint_event_log ON complaint_event(complaint_id, at);
CREATE INDEX complaint_event_touch ON complaint_event(touch_id) WHERE touch_id IS NOT NULL;
CREATE INDEX complaint_event_corrects ON complaint_event(corrects) WHERE corrects IS NOT NULL;

CREATE TABLE evidence (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE RESTRICT,
  complaint_id INTEGER NOT NULL REFERENCES complaint(id) ON DELETE RESTRICT,
  path TEXT NOT NULL,
  size INTEGER NOT NULL,         -- bytes
  sha256 TEXT NOT NULL,          -- 64 hex digits
  note TEXT,
  added INTEGER NOT NULL
) STRICT;
CREATE INDEX evidence_complaint ON evidence(complaint_id);
CREATE INDEX evidence_client ON evidence(client_id);

CREATE TABLE improvement (       -- what is done so that a cause does not return
  id INTEGER PRIMARY KEY,
  cause TEXT NOT NULL,
  text TEXT NOT NULL,
  owner TEXT,
  due INTEGER,                   -- day
  created INTEGER NOT NULL
) STRICT;

CREATE TABLE improvement_done (  -- each time it was done: again when its cause had come back
  id INTEGER PRIMARY KEY,
  improvement_id INTEGER NOT NULL REFERENCES improvement(id) ON DELETE RESTRICT,
  done INTEGER NOT NULL          -- moment
) STRICT;
CREATE INDEX improvement_done_of ON improvement_done(improvement_id, done);
