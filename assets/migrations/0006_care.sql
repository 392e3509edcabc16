-- Care dates with a leap month and a lead time, what was done about them, gifts, consents, and what was written to whom.

ALTER TABLE care_date ADD COLUMN leap INTEGER NOT NULL DEFAULT 0 CHECK (leap IN (0, 1));  -- of a leap month of the lunar calendar
ALTER TABLE care_date ADD COLUMN lead INTEGER;      -- days before it that it is shown; none: as the policy says
ALTER TABLE care_date ADD COLUMN note TEXT;
CREATE INDEX care_date_fold ON care_date(client_id, month, day, person_id, kind, name, year, calendar, leap, lead, id);
DROP INDEX care_date_client;

CREATE TABLE care_done (         -- a care date of one year, greeted or let pass
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE RESTRICT,
  occasion TEXT NOT NULL,        -- care:ID, anniversary, holiday:CODE
  day INTEGER NOT NULL,          -- the day it fell on
  at INTEGER NOT NULL,
  how TEXT NOT NULL CHECK (how IN ('greeted', 'skipped')),
  touch_id INTEGER REFERENCES touch(id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX care_done_fold ON care_done(client_id, at, occasion, day, how, touch_id, id);
CREATE INDEX care_done_touch ON care_done(touch_id) WHERE touch_id IS NOT NULL;

CREATE TABLE gift (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE RESTRICT,
  person_id INTEGER REFERENCES person(id) ON DELETE RESTRICT,
  what TEXT NOT NULL,
  cost INTEGER, currency TEXT,
  on_day INTEGER NOT NULL,
  occasion TEXT,                 -- what it was given for, in words
  note TEXT
) STRICT;
CREATE INDEX gift_client ON gift(client_id, on_day);
CREATE INDEX gift_person ON gift(person_id) WHERE person_id IS NOT NULL;

CREATE TABLE consent (           -- dated: ended and replaced, never edited
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE RESTRICT,
  channel TEXT CHECK (channel IN ('visit','meeting','call','message','email','letter')),  -- none: every channel
  state TEXT NOT NULL CHECK (state IN ('given', 'withdrawn')),
  on_day INTEGER NOT NULL,
  how TEXT,                      -- how it is known: a form, a mail, by word
  created INTEGER NOT NULL,
  ended INTEGER
) STRICT;
CREATE INDEX consent_client ON consent(client_id, created);

CREATE TABLE campaign (          -- a run: one template to many clients
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  template TEXT NOT NULL,
  title TEXT NOT NULL
) STRICT;

CREATE TABLE sent_message (      -- a message from a template that was handed over and logged
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE RESTRICT,
  campaign_id INTEGER REFERENCES campaign(id) ON DELETE RESTRICT,
  touch_id INTEGER REFERENCES touch(id) ON DELETE RESTRICT,
  at INTEGER NOT NULL,
  template TEXT NOT NULL,
  purpose TEXT NOT NULL CHECK (purpose IN ('service', 'greeting', 'news')),
  channel TEXT NOT NULL,
  subject TEXT
) STRICT;
CREATE INDEX sent_message_client ON sent_message(client_id, at);
CREATE INDEX sent_message_campaign ON sent_message(campaign_id) WHERE campaign_id IS NOT NULL;
CREATE INDEX sent_message_touch ON sent_message(touch_id) WHERE touch_id IS NOT NULL;

CREATE TABLE note_use (          -- a knowledge note that went out in a message
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE RESTRICT,
  name TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX note_use_name ON note_use(name, at);
CREATE INDEX note_use_client ON note_use(client_id);

ALTER TABLE client ADD COLUMN language TEXT CHECK (language IN ('en', 'zh-CN'));  -- in which they are written to
ALTER TABLE client ADD COLUMN culture TEXT;         -- whose holidays they keep: a file of assets/occasions
