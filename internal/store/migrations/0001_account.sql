-- Accounts, their sessions, vaults, second factors and devices' key packages.
--
-- What an account is called is not here: a login name is looked up by a keyed
-- hash whose key (data/server.key) lies outside the database. Nothing here tells
-- when an account was made or last used beyond what expiry needs, and every row
-- goes with its account.

CREATE TABLE account (
  -- First 16 bytes of SHA-256("alcove/v1/account" || identity_key): everybody can
  -- recompute it, so nobody can swap the key under it. Read everywhere; kept
  -- until the account is deleted, as are all columns of this table.
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  -- HMAC-SHA256(pepper, name_hash || name_number): finds the account at log-in and
  -- is its OPAQUE credential identifier. Useless to a thief without the pepper.
  name_key BLOB NOT NULL UNIQUE CHECK (length(name_key) = 32),
  -- RFC 9807 registration record, read at log-in; resists guessing offline only as
  -- well as the passphrase and argon2id do, and not at all without the OPAQUE secret.
  opaque_record BLOB NOT NULL,
  -- 1 client, 2 practitioner, 3 steward; decides what the interceptor lets through.
  role INTEGER NOT NULL CHECK (role IN (1, 2, 3)),
  -- Ed25519 public key, handed to those who talk with this account so that they
  -- can verify its devices' credentials.
  identity_key BLOB NOT NULL CHECK (length(identity_key) = 32),
  -- age recipient for sealed items and the identity key's signature over it;
  -- handed out together with identity_key.
  sealing_recipient TEXT NOT NULL,
  sealing_signature BLOB NOT NULL CHECK (length(sealing_signature) = 64),
  -- Derived from the recovery code: finds the account in Recover, which needs no name.
  recovery_id BLOB NOT NULL UNIQUE CHECK (length(recovery_id) = 16),
  -- SHA-256 of the secret that Recover presents (256 bits, so a plain hash will do).
  recovery_auth_hash BLOB NOT NULL CHECK (length(recovery_auth_hash) = 32)
) STRICT, WITHOUT ROWID;

CREATE TABLE vault (
  account_id BLOB PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  -- Counts writes from 1; PutVault names the version it replaces, so that two
  -- tabs or devices cannot overwrite each other unseen.
  version INTEGER NOT NULL,
  -- AES-256-GCM under the vault key, which the server never has. At most 512 KiB.
  ciphertext BLOB NOT NULL,
  -- The vault key wrapped under the OPAQUE export key and under the recovery code.
  -- Replaced with the passphrase or the code: secure_delete overwrites the old one.
  key_by_passphrase BLOB NOT NULL,
  key_by_recovery BLOB NOT NULL
) STRICT;

CREATE TABLE session (
  -- SHA-256 of the bearer token; the token itself exists in the browser only.
  token_hash BLOB PRIMARY KEY CHECK (length(token_hash) = 32),
  account_id BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  -- Bits: 1 second factor still to be presented, 2 passkey still to be added,
  -- 4 opened by a recovery code and no new passphrase set yet.
  restrictions INTEGER NOT NULL,
  -- Until when credentials may be changed (ten minutes after log-in), to the
  -- second; Sweep sets it to 0 once past, so that no log-in time remains.
  fresh_until_unix INTEGER NOT NULL,
  -- Hours since 1970 after which an unused session ends; moved on at most once an
  -- hour, so it tells the hour of the last use and nothing finer.
  idle_until_hour INTEGER NOT NULL,
  -- Hours since 1970 after which the session ends in any case. Sweep deletes the row.
  expires_hour INTEGER NOT NULL,
  -- A WebAuthn ceremony under way (kind, expiry, challenge); emptied when it ends.
  ceremony BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX session_by_account ON session (account_id);

CREATE TABLE passkey (
  -- WebAuthn credential id, chosen by the authenticator.
  credential_id BLOB PRIMARY KEY,
  account_id BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  -- JSON credential record (public key, flags, signature counter), read and written
  -- back at each assertion. Holds no secret. Kept until the account is deleted.
  credential BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX passkey_by_account ON passkey (account_id);

CREATE TABLE one_time_code (
  account_id BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  -- HMAC-SHA256(code key, account_id || code); the row is deleted when used.
  code_hash BLOB NOT NULL CHECK (length(code_hash) = 32),
  PRIMARY KEY (account_id, code_hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE key_package (
  -- Order of publication: the oldest is claimed first.
  id INTEGER PRIMARY KEY,
  account_id BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  device_id BLOB NOT NULL CHECK (length(device_id) = 16),
  -- 1 for the package that is handed out again and again when the device has run
  -- out (RFC 9420 section 16.8); at most one a device.
  last_resort INTEGER NOT NULL CHECK (last_resort IN (0, 1)),
  -- MLSMessage holding a KeyPackage: public. Deleted when claimed.
  package BLOB NOT NULL
) STRICT;
CREATE INDEX key_package_by_device ON key_package (account_id, device_id, last_resort, id);
