-- What the week ahead needs: holidays of other years and countries, milestones of projects, and how often a client is told how they go.

CREATE TABLE holiday (           -- a public day off or a make-up day; beside the shipped years
  id INTEGER PRIMARY KEY,
  day INTEGER NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('off','work')),
  name TEXT NOT NULL DEFAULT '',
  source TEXT                    -- name of the file it came from
) STRICT;

CREATE TABLE milestone (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE RESTRICT,
  engagement_id INTEGER NOT NULL REFERENCES engagement(id) ON DELETE RESTRICT,
  title TEXT NOT NULL,
  due INTEGER NOT NULL,          -- day
  done INTEGER,                  -- day
  note TEXT
) STRICT;
CREATE INDEX milestone_fold ON milestone(client_id, engagement_id, due, done, title, note, id);
CREATE INDEX milestone_engagement ON milestone(engagement_id);

-- How often the client is told how the project goes (an interval: 7d, 1mo), and the day it was told last.
ALTER TABLE engagement ADD COLUMN report_every TEXT;
ALTER TABLE engagement ADD COLUMN reported_on INTEGER;
DROP INDEX engagement_fold;
CREATE INDEX engagement_fold ON engagement(client_id, start, "end", notice, renew, status, status_on, kind, report_every, reported_on,
  title, id);

-- The rows of a client as one packed value: a cache, made from the tables above and dropped by their triggers when one of its rows changes.
CREATE TABLE memo (
  client_id INTEGER PRIMARY KEY,
  shape INTEGER NOT NULL,        -- of the form it was packed in
  rows BLOB NOT NULL
) STRICT;
CREATE INDEX memo_shape ON memo(shape);
