-- Schema 1. Released files are never edited: a change is a new numbered file.
-- Days are epoch days, moments UTC seconds, money minor units. `created` and `ended` of dated states are moments.
-- Ids are made in Rust only. Tables named in `FACTS` (store/journal.rs) get their journal triggers from there.

CREATE TABLE meta (              -- counters of the file (last_id); never undone, so not journaled
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (           -- what the user decided for the whole file (zone); journaled like a fact
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE client (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,        -- folded name, for finding (text::fold)
  initials TEXT NOT NULL,        -- pinyin and Latin initials, space separated alternatives
  kind TEXT NOT NULL CHECK (kind IN ('org','person')),
  status TEXT NOT NULL CHECK (status IN ('lead','active','dormant','lost','stopped')),
  status_on INTEGER NOT NULL,    -- day the status was decided
  status_why TEXT,
  industry TEXT, region TEXT, size TEXT, need TEXT,
  since INTEGER NOT NULL,
  potential INTEGER CHECK (potential BETWEEN 1 AND 5),
  fit INTEGER CHECK (fit BETWEEN 1 AND 5),
  budget INTEGER, budget_currency TEXT,
  preferred_channel TEXT,
  response_hours INTEGER,        -- agreed response time, hours
  reviewed_on INTEGER,           -- day the shown fields were last verified
  source TEXT, note TEXT, do_not_mention TEXT,
  external_id TEXT               -- UID of the card or list it came from
) STRICT;
CREATE INDEX client_name ON client(name_key);
CREATE UNIQUE INDEX client_external ON client(external_id) WHERE external_id IS NOT NULL;

CREATE TABLE client_alias (      -- former names, and ids of merged clients
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE RESTRICT,
  old_id INTEGER,
  name TEXT, name_key TEXT
) STRICT;
CREATE INDEX client_alias_client ON client_alias(client_id);
CREATE INDEX client_alias_name ON client_alias(name_key);

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE RESTRICT,
  name TEXT NOT NULL, name_key TEXT NOT NULL, initials TEXT NOT NULL,
  role TEXT, note TEXT, external_id TEXT
) STRICT;
CREATE INDEX person_client ON person(client_id);
CREATE INDEX person_name ON person(name_key);

CREATE TABLE contact_point (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE RESTRICT,
  person_id INTEGER REFERENCES person(id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('phone','email','wechat','address','url','other')),
  value TEXT NOT NULL,
  value_key TEXT NOT NULL,       -- lower-cased mail, digits of a phone: for matching
  label TEXT,
  rank INTEGER NOT NULL DEFAULT 0, -- 0 is preferred
  verified_on INTEGER, verified_how TEXT, invalid_since INTEGER
) STRICT;
CREATE INDEX contact_point_fold ON contact_point(client_id, kind, rank, invalid_since, verified_on, value);
CREATE INDEX contact_point_value ON contact_point(value_key);
CREATE INDEX contact_point_person ON contact_point(person_id) WHERE person_id IS NOT NULL;

CREATE TABLE tag (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE RESTRICT,
  tag TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX tag_fold ON tag(client_id, tag);

CREATE TABLE touch (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE RESTRICT,
  person_id INTEGER REFERENCES person(id) ON DELETE RESTRICT,
  channel TEXT NOT NULL CHECK (channel IN ('visit','meeting','call','message','email','letter','unknown')),
  direction TEXT NOT NULL CHECK (direction IN ('out','in')),
  outcome TEXT NOT NULL CHECK (outcome IN ('reached','no-answer','callback','declined')),
  at INTEGER NOT NULL,
  minutes INTEGER,
  flag TEXT CHECK (flag IN ('competitor','cold','declined')),
  note TEXT
) STRICT;
CREATE INDEX touch_fold ON touch(client_id, at, channel, direction, outcome, flag, id);
CREATE INDEX touch_person ON touch(person_id) WHERE person_id IS NOT NULL;

CREATE TABLE appointment (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE RESTRICT,
  person_id INTEGER REFERENCES person(id) ON DELETE RESTRICT,
  channel TEXT NOT NULL CHECK (channel IN ('visit','meeting','call','message','email','letter')),
  start INTEGER NOT NULL, minutes INTEGER, place TEXT, note TEXT,
  created INTEGER NOT NULL,
  ended INTEGER, ended_how TEXT CHECK (ended_how IN ('kept','cancelled'))
) STRICT;
CREATE INDEX appointment_fold ON appointment(client_id, start, channel, minutes, place, created, ended, ended_how, note, id);
CREATE INDEX appointment_person ON appointment(person_id) WHERE person_id IS NOT NULL;

CREATE TABLE task (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE RESTRICT,
  person_id INTEGER REFERENCES person(id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('own','waiting','delegated')),
  text TEXT NOT NULL,
  due INTEGER NOT NULL,
  due_at INTEGER,                -- moment, when a time was named
  assignee TEXT, goal TEXT, requirement TEXT,
  created INTEGER NOT NULL,
  done INTEGER                   -- moment
) STRICT;
CREATE INDEX task_fold ON task(client_id, due, due_at, kind, done, created, assignee, text, id);
CREATE INDEX task_person ON task(person_id) WHERE person_id IS NOT NULL;

CREATE TABLE deferral (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('snooze','skip','pause','spread','reminder')),
  target TEXT NOT NULL,          -- identity of the item: contact:call, task:ID, review … or * (the whole client)
  until INTEGER NOT NULL,        -- day
  reason TEXT,
  created INTEGER NOT NULL, ended INTEGER
) STRICT;
CREATE INDEX deferral_fold ON deferral(client_id, created, ended, kind, target, until, reason, id);

CREATE TABLE override (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE RESTRICT,
  channel TEXT NOT NULL,         -- the requirement of the plan that is replaced
  new_channel TEXT,              -- another channel preferred
  every TEXT NOT NULL,           -- interval: 7d, 1mo
  grace INTEGER,                 -- working days, null: the plan's
  reason TEXT NOT NULL, until INTEGER,
  created INTEGER NOT NULL, ended INTEGER
) STRICT;
CREATE INDEX override_fold ON override(client_id, created, ended, channel, new_channel, every, grace, until, reason, id);

CREATE TABLE pin (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE RESTRICT,
  tier TEXT NOT NULL CHECK (tier IN ('A','B','C')),
  reason TEXT NOT NULL,
  "from" INTEGER NOT NULL, until INTEGER, review_on INTEGER NOT NULL,
  created INTEGER NOT NULL, ended INTEGER
) STRICT;
CREATE INDEX pin_fold ON pin(client_id, created, ended, tier, "from", until, review_on, reason, id);

CREATE TABLE leave (
  id INTEGER PRIMARY KEY,
  first INTEGER NOT NULL, last INTEGER NOT NULL, why TEXT,
  created INTEGER NOT NULL, ended INTEGER
) STRICT;

CREATE TABLE engagement (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('project','retainer','contract')),
  title TEXT NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER, notice INTEGER, renew INTEGER,
  status TEXT NOT NULL CHECK (status IN ('planned','open','done','cancelled')),
  status_on INTEGER NOT NULL
) STRICT;
CREATE INDEX engagement_fold ON engagement(client_id, start, "end", notice, renew, status, status_on, kind, title, id);

CREATE TABLE invoice (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE RESTRICT,
  engagement_id INTEGER REFERENCES engagement(id) ON DELETE RESTRICT,
  number TEXT,
  issued INTEGER NOT NULL, due INTEGER, paid INTEGER,
  amount INTEGER NOT NULL, cost INTEGER, currency TEXT NOT NULL, product TEXT
) STRICT;
CREATE INDEX invoice_fold ON invoice(client_id, issued, due, paid, amount, cost, currency, engagement_id, number, product, id);
CREATE INDEX invoice_engagement ON invoice(engagement_id) WHERE engagement_id IS NOT NULL;
CREATE INDEX invoice_currency ON invoice(currency);
CREATE INDEX invoice_number ON invoice(number) WHERE number IS NOT NULL;

CREATE TABLE extra_field (       -- imported columns without a place of their own
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE RESTRICT,
  person_id INTEGER REFERENCES person(id) ON DELETE RESTRICT,
  name TEXT NOT NULL, value TEXT NOT NULL, source TEXT
) STRICT;
CREATE INDEX extra_field_client ON extra_field(client_id, name);
CREATE INDEX extra_field_person ON extra_field(person_id) WHERE person_id IS NOT NULL;

CREATE TABLE care_date (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE RESTRICT,
  person_id INTEGER REFERENCES person(id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('birthday','anniversary','other')),
  name TEXT,
  month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
  day INTEGER NOT NULL CHECK (day BETWEEN 1 AND 31),
  year INTEGER,
  calendar TEXT NOT NULL CHECK (calendar IN ('gregorian','lunar'))
) STRICT;
CREATE INDEX care_date_client ON care_date(client_id);
CREATE INDEX care_date_person ON care_date(person_id) WHERE person_id IS NOT NULL;

CREATE TABLE policy_version (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL, text TEXT NOT NULL, created INTEGER NOT NULL
) STRICT;

CREATE TABLE tier_change (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE RESTRICT,
  at INTEGER NOT NULL,
  from_tier TEXT, to_tier TEXT NOT NULL,
  cause TEXT NOT NULL CHECK (cause IN ('first','accepted','policy')),
  score INTEGER NOT NULL,        -- S, millionths
  share INTEGER NOT NULL         -- c, millionths
) STRICT;
CREATE INDEX tier_change_fold ON tier_change(client_id, at, from_tier, to_tier, cause, score, share, id);

CREATE TABLE month_score (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE RESTRICT,
  month INTEGER NOT NULL,        -- year * 12 + month - 1
  score INTEGER NOT NULL, share INTEGER NOT NULL, -- millionths
  tier TEXT                      -- the computed tier of that month's end
) STRICT;
CREATE UNIQUE INDEX month_score_fold ON month_score(client_id, month, score, share, tier);

CREATE TABLE ui_state (          -- where the screen was; may be deleted at any time
  key TEXT PRIMARY KEY, value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE op (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid INTEGER NOT NULL UNIQUE,
  device TEXT NOT NULL,
  at INTEGER NOT NULL,
  face TEXT NOT NULL CHECK (face IN ('cli','tui','import','system')),
  kind TEXT NOT NULL CHECK (kind IN ('do','undo','redo','system')),
  message TEXT NOT NULL,         -- catalogue id, never rendered text
  ids TEXT NOT NULL,             -- JSON: [["client", 1], ["until", 20500]]: row ids, days, moments and counts for the message
  target INTEGER REFERENCES op(id) ON DELETE RESTRICT, -- what an undo or redo takes back
  root INTEGER REFERENCES op(id) ON DELETE RESTRICT,   -- the action at the bottom of that chain
  live INTEGER NOT NULL DEFAULT 1, -- action: 0 is taken back, 2 in part; undo: 1 can be redone
  schema INTEGER NOT NULL
) STRICT;
CREATE INDEX op_live ON op(kind, live, id);
CREATE INDEX op_root ON op(root) WHERE root IS NOT NULL;

CREATE TABLE change (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  op INTEGER NOT NULL REFERENCES op(id) ON DELETE RESTRICT,
  tbl TEXT NOT NULL,
  row INTEGER NOT NULL,
  client_id INTEGER, client_id_before INTEGER,
  kind TEXT NOT NULL CHECK (kind IN ('insert','update','delete','bulk')),
  diff TEXT                      -- update: {col: [before, after]}; delete: before-image; bulk: [last id, rows]
) STRICT;
CREATE INDEX change_op ON change(op);
CREATE INDEX change_row ON change(row);
CREATE INDEX change_client ON change(client_id, op);
CREATE INDEX change_moved ON change(client_id_before, op) WHERE client_id_before <> client_id;
CREATE INDEX change_bulk ON change(op) WHERE kind = 'bulk';

CREATE TABLE current_op (        -- what the triggers stamp; one row
  one INTEGER PRIMARY KEY CHECK (one = 1),
  op INTEGER,                    -- null between actions: then no fact can be written
  journal_inserts INTEGER NOT NULL DEFAULT 1,
  journal_deletes INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO current_op(one) VALUES (1);
