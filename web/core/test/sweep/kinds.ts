/**
 * What is planted, where it is looked for, and the few places in which something of
 * it has to be: the rows, columns and notes of the table that a sweep ends in. What
 * is not allowed here must not be found.
 */

export const PLACES = {
  disk: "Data folder and temporary files",
  writes: "Traced writes to files and names of files",
  network: "Traced writes to connections",
  log: "Log, standard output, metrics",
  pages: "Pages for strangers",
  backup: "Backup, opened",
  memory: "Memory of the process",
} as const;
export type Place = keyof typeof PLACES;
export const PLACE_IDS = Object.keys(PLACES) as readonly Place[];

/** Why something may be where it is; the notes below the table. */
export const REASONS = {
  public: "Published by the practice itself. That it is found shows that the search sees this server.",
  label: "In the steward’s own words, stored in clear; the screen says so where it is typed.",
  survey: "Whoever may answer a survey can compare its questions with the key log; so they stand in clear, as they were frozen.",
  notice: "A notice to everybody stands in clear, because so many are told.",
  request: "What browsers send with a request is in the memory of whoever answers it until its place is used again; nothing else is done with it.",
  mail: "The mailer opens an address while it sends; copies of the mail library go with its memory.",
  delivery: "A mail has to name its recipient. The mail server of this test is on the same machine and speaks without TLS, so that it is seen here.",
  push: "The server has to have a browser’s address in memory when it calls its push service.",
  connection: "The operating system tells a server who is connected, and the server has that in memory while it lasts.",
  secret: "A secret that the browser proves itself by, or that the server just made, is in memory while it is asked for; on disk there is only a hash.",
  key: "A key of the server lies in a file of its own, is written there once, and is in memory. The other files of the data folder are searched for it apart.",
  setup: "Printed when the server starts while nobody runs the practice yet; it counts once.",
} as const;
export type Reason = keyof typeof REASONS;

export interface Kind {
  readonly title: string;
  /** Where it may be, and why. */
  readonly may?: Readonly<Partial<Record<Place, Reason>>>;
  /** Where it must be, or the search is blind. */
  readonly must?: readonly Place[];
}

const everywhere = (reason: Reason): Kind["may"] => ({ disk: reason, writes: reason, backup: reason, memory: reason, pages: reason });
const kind = (title: string, may?: Kind["may"], must?: readonly Place[]): Kind => ({ title, ...(may ? { may } : {}), ...(must ? { must } : {}) });

export const KINDS = {
  passphrases: kind("Passphrases, right, wrong and second"),
  recoveryCodes: kind("Recovery codes"),
  names: kind("Pseudonyms, login names, names that nobody has"),
  nameHashes: kind("Hashes by which a login name is asked for", { memory: "request" }),
  messages: kind("Messages, answers, edits, what was taken back"),
  drafts: kind("Drafts, quick phrases, what was searched for"),
  intake: kind("Intake card: reason, place, medical information"),
  contact: kind("Intake card: real name, emergency contact"),
  notes: kind("Reasons for opening a sealed part, words kept for next time"),
  files: kind("Files: name, content, preview"),
  devices: kind("Names of devices"),
  roomNames: kind("Names in rooms"),
  roomCards: kind("Intake cards of rooms"),
  roomWords: kind("What is said in rooms, whispered, held back, noted"),
  reports: kind("Reports in rooms"),
  hiddenRooms: kind("Title, purpose and rules of a room that is not listed"),
  surveyAnswers: kind("Answers to surveys: begun, sent, taken back, read"),
  register: kind("Entries of the breach register"),
  ownNotices: kind("Breach notices to single accounts"),
  notices: kind("Breach notices to everybody", { disk: "notice", writes: "notice", backup: "notice", memory: "notice" }, ["disk", "backup"]),
  labels: kind("Labels of invitations", { disk: "label", writes: "label", backup: "label", memory: "label" }, ["disk", "backup"]),
  published: kind("The practice’s facts, profiles, consent texts, listed rooms, the policy’s sentences", everywhere("public"), ["disk", "writes", "backup", "memory", "pages"]),
  surveys: kind("Questions of surveys", { disk: "survey", writes: "survey", backup: "survey", memory: "survey" }, ["disk", "writes", "backup"]),
  sessions: kind("Session tokens", { memory: "secret" }),
  links: kind("Tokens of invitations, codes of second factors", { memory: "secret" }),
  setUp: kind("Token that sets the practice up", { log: "setup", memory: "setup" }, ["log"]),
  keys: kind("The server’s keys", { disk: "key", writes: "key", backup: "key", memory: "key" }, ["disk"]),
  formerKeys: kind("The server’s keys that an exchange destroyed", { writes: "key", memory: "key" }),
  mail: kind("E-mail addresses", { memory: "mail", network: "delivery" }, ["network"]),
  push: kind("Addresses of browsers at their push service", { memory: "push" }),
  addresses: kind("Source addresses of connections, and plain hashes of them", { memory: "connection" }),
  agents: kind("User-Agent, Referer, languages and other headers", { memory: "request" }, ["memory"]),
  paths: kind("Paths, queries and host names that were asked for", { memory: "request" }),
  rubbish: kind("Bodies, frames and greetings that are not as they must be", { memory: "request" }),
} as const satisfies Readonly<Record<string, Kind>>;
export type KindId = keyof typeof KINDS;
export const KIND_IDS = Object.keys(KINDS) as readonly KindId[];

/** What is not swept, and why. */
export const NOT_SWEPT = [
  "Safety plans: Alcove has none yet.",
  "PINs of browsers and codes of e-mails: so few digits stand in any memory by chance. A PIN never leaves the browser; of a code only a keyed hash is stored.",
] as const;

export const kindOf = (id: KindId): Kind => KINDS[id];
