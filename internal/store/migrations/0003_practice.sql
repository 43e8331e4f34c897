-- The practice's own facts, invitations, profiles and consent texts.
--
-- All of it is public or becomes so when a profile is published, but for the
-- invitations and for profiles not published. Nothing here is about clients.

CREATE TABLE practice (
  -- One row: an Alcove belongs to one practice. Absent until set-up is finished;
  -- kept, as are all its columns, as long as the server. Written by stewards, read
  -- by every public page.
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL,
  -- JSON array of BCP 47 tags, the first is the default.
  languages TEXT NOT NULL,
  -- How the practice itself is reached, outside this system. Any may be blank.
  contact_email TEXT NOT NULL,
  contact_phone TEXT NOT NULL,
  contact_address TEXT NOT NULL,
  -- ISO 3166-1 alpha-2: which law, and which crisis lines, apply.
  jurisdiction TEXT NOT NULL CHECK (length(jurisdiction) = 2),
  -- Blank means: the jurisdiction's own.
  emergency_number TEXT NOT NULL,
  -- JSON array of {name, number, hours, url}. Empty means: the jurisdiction's own.
  crisis_lines TEXT NOT NULL
) STRICT;

CREATE TABLE invitation (
  -- Random, names the row when a steward revokes it. The row is deleted then, and
  -- 30 days after its end when the next invitation is made.
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  -- SHA-256 of the link's token. The token (256 random bits) is shown once and not kept.
  token_hash BLOB NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  -- 2 practitioner, 3 steward: what the account will be.
  role INTEGER NOT NULL CHECK (role IN (2, 3)),
  -- The steward's own words, perhaps a colleague's name; read by stewards only.
  label TEXT NOT NULL,
  -- The link works until then.
  expires_unix INTEGER NOT NULL,
  -- 1 once an account was made with it, in that same transaction. Which account is not kept.
  used INTEGER NOT NULL DEFAULT 0 CHECK (used IN (0, 1)),
  -- Days since 1970, for the order of the list.
  created_day INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE profile (
  -- The practitioner. All columns are written by them unless said otherwise, read by
  -- stewards, by everybody once published, and kept until the account is deleted.
  account_id BLOB PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  display_name TEXT NOT NULL DEFAULT '',
  -- What a steward checks against the profession's register.
  profession TEXT NOT NULL DEFAULT '',
  registration_body TEXT NOT NULL DEFAULT '',
  registration_number TEXT NOT NULL DEFAULT '',
  -- JSON arrays: BCP 47 tags; keys of practice.Specialities.
  languages TEXT NOT NULL DEFAULT '[]',
  specialities TEXT NOT NULL DEFAULT '[]',
  about TEXT NOT NULL DEFAULT '',
  modality TEXT NOT NULL DEFAULT '',
  -- 1 if new clients are taken now.
  accepting INTEGER NOT NULL DEFAULT 0 CHECK (accepting IN (0, 1)),
  -- JPEG, 512 by 512, without metadata.
  photo BLOB,
  -- Written by stewards; dropped when name or credentials change.
  credentials_confirmed INTEGER NOT NULL DEFAULT 0 CHECK (credentials_confirmed IN (0, 1)),
  -- Written by stewards. Only what was confirmed can be public.
  published INTEGER NOT NULL DEFAULT 0 CHECK (published IN (0, 1) AND published <= credentials_confirmed)
) STRICT, WITHOUT ROWID;

CREATE TABLE consent_text (
  -- Every version is kept until the practitioner's account is deleted, so that what
  -- a client agreed to stays readable; rows are added, never changed. Who agreed is
  -- not known here: agreements are inside the ciphertext of conversations.
  account_id BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  version INTEGER NOT NULL CHECK (version >= 1),
  -- BCP 47.
  language TEXT NOT NULL,
  -- The sections, plain text, none blank.
  credentials TEXT NOT NULL,
  risks_and_benefits TEXT NOT NULL,
  limits_of_confidentiality TEXT NOT NULL,
  response_times TEXT NOT NULL,
  technology_failure TEXT NOT NULL,
  emergencies TEXT NOT NULL,
  fees TEXT NOT NULL,
  record_keeping TEXT NOT NULL,
  PRIMARY KEY (account_id, version)
) STRICT, WITHOUT ROWID;
