package nodes

import "alcove/internal/disclosure"

// Inventory declares what is told by way of NATS. Of the subjects' names only the end is
// known: before it stands a keyed hash, a practice's own.
var Inventory = disclosure.Inventory{
	{Kind: disclosure.Subject, Name: "alcove.HASH" + onHint, Entry: "nodes", Form: disclosure.Ciphertext, Holds: "what clients of a node are to be told by the others, and how often it told"},
	{Kind: disclosure.Subject, Name: "alcove.HASH" + onAsk, Entry: "nodes", Form: disclosure.Ciphertext, Holds: "whose devices are connected, and what lies in a mailbox: asked of all nodes"},
	{Kind: disclosure.Subject, Name: "alcove.HASH" + onReply + ".*", Entry: "nodes", Form: disclosure.Ciphertext, Holds: "what they answer"},
}
