-- Opportunities, playbooks, what became of clients at risk, and how much is put into a client.

CREATE TABLE opportunity (       -- possible work
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE RESTRICT,
  person_id INTEGER REFERENCES person(id) ON DELETE RESTRICT,
  title TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount >= 0), currency TEXT NOT NULL,
  probability INTEGER CHECK (probability BETWEEN 0 AND 1000000), -- millionths; null: that of its stage
  product TEXT, note TEXT,
  created INTEGER NOT NULL       -- moment
) STRICT;
CREATE INDEX opportunity_fold ON opportunity(client_id, created, title, amount, currency, probability, product, id);
CREATE INDEX opportunity_person ON opportunity(person_id) WHERE person_id IS NOT NULL;

CREATE TABLE opportunity_state ( -- only ever added to: the newest holds, those before are its way and its slips
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE RESTRICT,
  opportunity_id INTEGER NOT NULL REFERENCES opportunity(id) ON DELETE RESTRICT,
  at INTEGER NOT NULL,           -- moment
  stage TEXT NOT NULL CHECK (stage IN ('intake','needs','proposal','follow-up','won','lost')),
  close INTEGER,                 -- day the signature is expected
  why TEXT
) STRICT;
CREATE INDEX opportunity_state_fold ON opportunity_state(client_id, opportunity_id, at, id, stage, close);
CREATE INDEX opportunity_state_of ON opportunity_state(opportunity_id, at, id);

CREATE TABLE playbook_run (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE RESTRICT,
  playbook TEXT NOT NULL,        -- name of its file
  title TEXT NOT NULL,
  started INTEGER NOT NULL,      -- moment
  ended INTEGER, ended_how TEXT CHECK (ended_how IN ('done','saved','lost','stopped')),
  why TEXT,                      -- why it ended so
  CHECK ((ended IS NULL) = (ended_how IS NULL))
) STRICT;
CREATE INDEX playbook_run_fold ON playbook_run(client_id, started, ended, ended_how, playbook, title, id);

CREATE TABLE playbook_step (     -- as its file said when the run began
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE RESTRICT,
  run_id INTEGER NOT NULL REFERENCES playbook_run(id) ON DELETE RESTRICT,
  no INTEGER NOT NULL,           -- from 1
  kind TEXT NOT NULL CHECK (kind IN ('step','reason','remedy','mark')),
  title TEXT NOT NULL, text TEXT,
  channel TEXT CHECK (channel IN ('visit','meeting','call','message','email','letter')),
  template TEXT,                 -- name of a message template
  due INTEGER NOT NULL,          -- day
  done INTEGER, skipped INTEGER NOT NULL DEFAULT 0 CHECK (skipped IN (0,1)), -- moment; left out with a reason
  note TEXT,                     -- what came of it: the reason found, the remedy given, why it was left out
  cost INTEGER, cost_currency TEXT,
  CHECK ((cost IS NULL) = (cost_currency IS NULL)),
  CHECK (skipped = 0 OR done IS NOT NULL)
) STRICT;
CREATE INDEX playbook_step_fold ON playbook_step(client_id, run_id, no, kind, due, done, skipped, channel, template, cost,
  cost_currency, title, id);
CREATE INDEX playbook_step_run ON playbook_step(run_id, no);

CREATE TABLE risk_outcome (      -- what really became of a client
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('lost','saved','returned')),
  on_day INTEGER NOT NULL,
  reason TEXT,                   -- of a loss: a code of the policy's list
  note TEXT
) STRICT;
CREATE INDEX risk_outcome_fold ON risk_outcome(client_id, on_day, kind, reason, id);

CREATE TABLE investment (        -- how much is put into a client of little value; a dated state
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('keep','automate')),
  reason TEXT NOT NULL,
  created INTEGER NOT NULL, ended INTEGER
) STRICT;
CREATE INDEX investment_fold ON investment(client_id, created, ended, kind, reason, id);

-- A client that is put off on the list of those at risk: the signals that were seen then. A new one brings it back.
ALTER TABLE deferral ADD COLUMN signals TEXT;
DROP INDEX deferral_fold;
CREATE INDEX deferral_fold ON deferral(client_id, created, ended, kind, target, until, reason, signals, id);

-- What a client looks for (quality, price, service …), and how that is known.
ALTER TABLE client ADD COLUMN need_type TEXT;
ALTER TABLE client ADD COLUMN need_why TEXT;

-- What a client costs in time (S68, S69): minutes are read with the contacts, and with the entries of cases that were no contact.
DROP INDEX touch_fold;
-- The four words of a touch stand in this index as one number: half a million of them are read for a day's work, and words cost most.
-- The same expression stands in store/stream.rs.
CREATE INDEX touch_fold ON touch(client_id, at,
  (CASE channel WHEN 'visit' THEN 0 WHEN 'meeting' THEN 1 WHEN 'call' THEN 2 WHEN 'message' THEN 3 WHEN 'email' THEN 4
     WHEN 'letter' THEN 5 WHEN 'unknown' THEN 6 END
   + 8 * CASE direction WHEN 'out' THEN 0 WHEN 'in' THEN 1 END
   + 16 * CASE outcome WHEN 'reached' THEN 0 WHEN 'no-answer' THEN 1 WHEN 'callback' THEN 2 WHEN 'declined' THEN 3 END
   + 64 * CASE coalesce(flag, '') WHEN '' THEN 0 WHEN 'competitor' THEN 1 WHEN 'cold' THEN 2 WHEN 'declined' THEN 3 END),
  minutes, id);
DROP INDEX complaint_event_fold;
CREATE INDEX complaint_event_fold ON complaint_event(client_id, complaint_id, at, kind, score, promised, channel, corrects, minutes,
  touch_id, id);

-- The fitted model of repeat orders, tied to the orders it came from; may be deleted at any time.
CREATE TABLE fit (
  version TEXT PRIMARY KEY,      -- of the orders and the day
  model TEXT NOT NULL,
  day INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
