package disclosure

// Entries are in the order in which they are told: what concerns a client first.
// The figures are those of the packages that keep to them; a test of cmd/alcove
// holds the two together.
var Entries = []Entry{
	{ID: "account", Basis: Counselling, Readers: Contacts},
	{ID: "keylog", Basis: Counselling, Readers: Everyone},
	{ID: "login", Basis: Counselling, Readers: Operator},
	{ID: "vault", Basis: Counselling, Readers: Owner},
	{ID: "session", Basis: Counselling, Readers: Operator, Figures: map[string]int{"hours": 12, "days": 30}},
	{ID: "farewell", Basis: Counselling, Readers: Operator, Figures: map[string]int{"days": 30}},
	{ID: "access", Basis: Counselling, Readers: Owner, Figures: map[string]int{"days": 90}},
	{ID: "device", Basis: Counselling, Readers: Contacts},
	{ID: "conversation", Basis: Counselling, Readers: Operator},
	{ID: "room", Basis: Counselling, Readers: Operator, Figures: map[string]int{"days": 30}},
	{ID: "message", Basis: Counselling, Readers: Members},
	{ID: "ending", Basis: Counselling, Readers: Operator},
	{ID: "attachment", Basis: Counselling, Readers: Members, Figures: map[string]int{"days": 7}},
	{ID: "push", Basis: Consent, Readers: Operator, Figures: map[string]int{"days": 30}},
	{ID: "mail", Basis: Consent, Readers: Operator, Figures: map[string]int{"hours": 24}},
	{ID: "notice", Basis: Duty, Readers: Operator, Figures: map[string]int{"days": 366}},
	{ID: "breach", Basis: Duty, Readers: Stewards},
	{ID: "survey", Basis: Work, Readers: Everyone},
	{ID: "ballot", Basis: Operation, Readers: Operator},
	{ID: "response", Basis: Consent, Readers: Askers, Figures: map[string]int{"days": 90}},
	{ID: "practice", Basis: Work, Readers: Everyone},
	{ID: "profile", Basis: Work, Readers: Everyone},
	{ID: "invitation", Basis: Work, Readers: Stewards, Figures: map[string]int{"days": 7, "later": 30}},
	{ID: "database", Basis: Operation, Readers: Operator},
	{ID: "folder", Basis: Operation, Readers: Operator},
	{ID: "keys", Basis: Operation, Readers: Operator},
	{ID: "figures", Basis: Operation, Readers: Operator},
	{ID: "log", Basis: Operation, Readers: Operator},
	{ID: "nodes", Basis: Operation, Readers: Operator},
}
