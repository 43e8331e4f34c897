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

// inventory is all that a server holds: the columns, what nodes tell each other, and what is put together
// here: the files of the data folder, the figures of metrics.go, and the fields of
// log lines, whoever writes them.
var inventory = slices.Concat(store.Inventory, store.PostgresInventory, nodes.Inventory, disclosure.Inventory{
	{Kind: disclosure.File, Name: "alcove.db", Entry: "folder", Form: disclosure.Mixed, Holds: "the database: all the columns"},
	{Kind: disclosure.File, Name: "alcove.db-wal", Entry: "folder", Form: disclosure.Mixed, Holds: "its latest changes, until they are in it"},
	{Kind: disclosure.File, Name: "alcove.db-shm", Entry: "folder", Form: disclosure.Mixed, Holds: "where those changes lie"},
	{Kind: disclosure.File, Name: "lock", Entry: "folder", Form: disclosure.Clear, Holds: "nothing: keeps a second server out"},
	{Kind: disclosure.File, Name: "last-backup", Entry: "folder", Form: disclosure.Public, Holds: "the day of the last backup"},

	{Kind: disclosure.File, Name: "server.key", Entry: "keys", Form: disclosure.Secret, Holds: "key of the keyed hashes, of log-in and of tokens"},
	{Kind: disclosure.File, Name: "mail.key", Entry: "keys", Form: disclosure.Secret, Holds: "opens e-mail addresses; makes the codes and links of mails"},
	{Kind: disclosure.File, Name: "push.key", Entry: "keys", Form: disclosure.Secret, Holds: "opens browsers' addresses; signs calls of push services"},
	{Kind: disclosure.File, Name: "attest.key", Entry: "keys", Form: disclosure.Secret, Holds: "opens who sent a room's message, for its moderators"},
	{Kind: disclosure.File, Name: "keylog.key", Entry: "keys", Form: disclosure.Secret, Holds: "signs the key log"},
	{Kind: disclosure.File, Name: "ballot.key", Entry: "keys", Form: disclosure.Secret, Holds: "signs ballots of the surveys that are not closed, a key for each"},
	{Kind: disclosure.File, Name: "tls/*", Entry: "keys", Form: disclosure.Secret, Holds: "certificate and its key; with ACME also the account there and its e-mail address"},

	{Kind: disclosure.Metric, Name: "alcove_request_seconds{route,status}", Entry: "figures", Form: disclosure.Clear, Holds: "time to answer, by kind of request: never an id or a path"},
	{Kind: disclosure.Metric, Name: "alcove_commits_total", Entry: "figures", Form: disclosure.Clear, Holds: "durable transactions"},
	{Kind: disclosure.Metric, Name: "alcove_writes_total", Entry: "figures", Form: disclosure.Clear, Holds: "writes that shared them"},
	{Kind: disclosure.Metric, Name: "alcove_storage_failures_total", Entry: "figures", Form: disclosure.Clear, Holds: "how often the disk or the database failed"},
	{Kind: disclosure.Metric, Name: "alcove_forgotten_records_total", Entry: "figures", Form: disclosure.Clear, Holds: "messages destroyed in time"},
	{Kind: disclosure.Metric, Name: "alcove_collected_files_total", Entry: "figures", Form: disclosure.Clear, Holds: "files destroyed in time"},
	{Kind: disclosure.Metric, Name: "alcove_connections", Entry: "figures", Form: disclosure.Clear, Holds: "devices connected now"},
	{Kind: disclosure.Metric, Name: "alcove_clock_ahead_seconds", Entry: "figures", Form: disclosure.Clear, Holds: "by how much the machine's clock is not believed"},
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
})

// writeInventory says it as docs/inventory.md does.
func writeInventory(out io.Writer) error {
	text, err := pages.InventoryText(inventory)
	if err != nil {
		return err
	}
	_, err = fmt.Fprint(out, text)
	return err
}
