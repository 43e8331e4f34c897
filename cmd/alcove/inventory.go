package main

import (
	"fmt"
	"io"
	"slices"

	"alcove/internal/disclosure"
	"alcove/internal/nodes"
	"alcove/internal/pages"
	"alcove/internal/store"
)

// inventory is all that any server holds.
var inventory = slices.Concat(store.Inventory, store.PostgresInventory, nodes.Inventory, besidePostgres, besideSQLite, onEach)

// inventoryOf is what one with this database holds. Nodes of one practice say the same,
// whether they reach each other by NATS or not.
func inventoryOf(in disclosure.Store) disclosure.Inventory {
	if in == disclosure.Postgres {
		return slices.Concat(store.Inventory, store.PostgresInventory, nodes.Inventory, besidePostgres, onEach)
	}
	return slices.Concat(store.Inventory, besideSQLite, onEach)
}

// besidePostgres is what PostgreSQL holds beside its tables.
var besidePostgres = disclosure.Inventory{
	{Kind: disclosure.Database, Name: "PostgreSQL: WAL", Entry: "database", Form: disclosure.Mixed, Holds: "every change of every row until it is written over, and when each was stored, to the microsecond; also in standbys"},
	{Kind: disclosure.Database, Name: "PostgreSQL: xmin", Entry: "database", Form: disclosure.Clear, Holds: "of every row, the number of the transaction that stored it, which all its rows share"},
	{Kind: disclosure.Database, Name: "PostgreSQL: comment on installation", Entry: "folder", Form: disclosure.Public, Holds: "the day of the last backup that alcove made"},
	{Kind: disclosure.File, Name: ".alcove-copy-*", Entry: "folder", Form: disclosure.Mixed, Holds: "while a backup or a drill's copy is made: all the columns, in a file without a name that goes with the command"},
	{Kind: disclosure.Database, Name: "PostgreSQL: copies", Entry: "database", Form: disclosure.Mixed, Holds: "base backups and archives of the WAL, where the practice makes them"},
	{Kind: disclosure.Database, Name: "PostgreSQL: server log", Entry: "database", Form: disclosure.Clear, Holds: "when the database started and what failed in it; no contents where it is set up as docs/operations.md says"},
}

// besideSQLite is what the data folder has besides where it holds the database.
var besideSQLite = disclosure.Inventory{
	{Kind: disclosure.File, Name: "alcove.db", Entry: "folder", Form: disclosure.Mixed, Holds: "the database: all the columns"},
	{Kind: disclosure.File, Name: "alcove.db-wal", Entry: "folder", Form: disclosure.Mixed, Holds: "its latest changes, until they are in it"},
	{Kind: disclosure.File, Name: "alcove.db-shm", Entry: "folder", Form: disclosure.Mixed, Holds: "where those changes lie"},
	{Kind: disclosure.File, Name: "alcove.db-arrivals*", Entry: "folder", Form: disclosure.Mixed, Holds: "the newest records while many write, for moments, then zeros"},
	{Kind: disclosure.File, Name: "last-backup", Entry: "folder", Form: disclosure.Public, Holds: "the day of the last backup"},
}

// onEach are the other files of the data folder, the figures of metrics.go, and the
// fields of log lines, whoever writes them.
var onEach = disclosure.Inventory{
	{Kind: disclosure.File, Name: "lock", Entry: "folder", Form: disclosure.Clear, Holds: "nothing: keeps a second server out"},

	{Kind: disclosure.File, Name: "server.key", Entry: "keys", Form: disclosure.Secret, Holds: "key of the keyed hashes, of log-in and of tokens"},
	{Kind: disclosure.File, Name: "mail.key", Entry: "keys", Form: disclosure.Secret, Holds: "opens e-mail addresses; makes the codes and links of mails"},
	{Kind: disclosure.File, Name: "push.key", Entry: "keys", Form: disclosure.Secret, Holds: "opens browsers' addresses; signs calls of push services"},
	{Kind: disclosure.File, Name: "attest.key", Entry: "keys", Form: disclosure.Secret, Holds: "opens who sent a room's message, for its moderators"},
	{Kind: disclosure.File, Name: "keylog.key", Entry: "keys", Form: disclosure.Secret, Holds: "signs the key log"},
	{Kind: disclosure.File, Name: "ballot.key", Entry: "keys", Form: disclosure.Secret, Holds: "signs ballots of the surveys that are not closed, a key for each"},
	{Kind: disclosure.File, Name: "tls/*", Entry: "keys", Form: disclosure.Secret, Holds: "certificate and its key; with ACME also the key of the account there"},

	{Kind: disclosure.Metric, Name: "alcove_request_seconds{route,status}", Entry: "figures", Form: disclosure.Clear, Holds: "time to answer, by kind of request: never an id or a path"},
	{Kind: disclosure.Metric, Name: "alcove_commits_total", Entry: "figures", Form: disclosure.Clear, Holds: "durable transactions"},
	{Kind: disclosure.Metric, Name: "alcove_writes_total", Entry: "figures", Form: disclosure.Clear, Holds: "writes that shared them"},
	{Kind: disclosure.Metric, Name: "alcove_waiting_records", Entry: "figures", Form: disclosure.Clear, Holds: "records that are not in their places in the database yet"},
	{Kind: disclosure.Metric, Name: "alcove_storage_failures_total", Entry: "figures", Form: disclosure.Clear, Holds: "how often the disk or the database failed"},
	{Kind: disclosure.Metric, Name: "alcove_forgotten_records_total", Entry: "figures", Form: disclosure.Clear, Holds: "messages destroyed in time"},
	{Kind: disclosure.Metric, Name: "alcove_collected_files_total", Entry: "figures", Form: disclosure.Clear, Holds: "files destroyed in time"},
	{Kind: disclosure.Metric, Name: "alcove_connections", Entry: "figures", Form: disclosure.Clear, Holds: "devices connected now"},
	{Kind: disclosure.Metric, Name: "alcove_clock_ahead_seconds", Entry: "figures", Form: disclosure.Clear, Holds: "by how much the machine's clock is not believed"},
	{Kind: disclosure.Metric, Name: "alcove_relay_down", Entry: "figures", Form: disclosure.Clear, Holds: "whether what other servers of the practice tell arrives"},
	{Kind: disclosure.Metric, Name: "alcove_relay_hints_total{result}", Entry: "figures", Form: disclosure.Clear, Holds: "how much the practice's servers tell each other, by what became of it"},
	{Kind: disclosure.Metric, Name: "alcove_push_total{result}", Entry: "figures", Form: disclosure.Clear, Holds: "notices to browsers, by how they ended"},
	{Kind: disclosure.Metric, Name: "go_*", Entry: "figures", Form: disclosure.Clear, Holds: "the program's own memory and work"},
	{Kind: disclosure.Metric, Name: "process_*", Entry: "figures", Form: disclosure.Clear, Holds: "what the program uses of the machine"},

	{Kind: disclosure.Log, Name: "time", Entry: "log", Form: disclosure.Clear, Holds: "when the line was written"},
	{Kind: disclosure.Log, Name: "level", Entry: "log", Form: disclosure.Clear, Holds: "how bad it is"},
	{Kind: disclosure.Log, Name: "msg", Entry: "log", Form: disclosure.Clear, Holds: "what failed: one of a few fixed sentences"},
	{Kind: disclosure.Log, Name: "code", Entry: "log", Form: disclosure.Clear, Holds: "the error's code, as the client is told it"},
	{Kind: disclosure.Log, Name: "cause", Entry: "log", Form: disclosure.Clear, Holds: "the technical cause, such as a full disk"},
	{Kind: disclosure.Log, Name: "at", Entry: "log", Form: disclosure.Clear, Holds: "which part of the program"},
	{Kind: disclosure.Log, Name: "page", Entry: "log", Form: disclosure.Clear, Holds: "which kind of public page"},
	{Kind: disclosure.Log, Name: "try", Entry: "log", Form: disclosure.Clear, Holds: "how often a mail was tried"},
	{Kind: disclosure.Log, Name: "ahead", Entry: "log", Form: disclosure.Clear, Holds: "by how much the machine's clock is not believed"},
	{Kind: disclosure.Log, Name: "wait", Entry: "log", Form: disclosure.Clear, Holds: "for how long it is not"},
}

// writeInventory says it as docs/inventory.md does.
func writeInventory(out io.Writer) error {
	text, err := pages.InventoryText(inventory)
	if err != nil {
		return err
	}
	_, err = fmt.Fprint(out, text)
	return err
}
