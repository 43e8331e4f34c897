/**
 * Pseudonyms: what a client is called, and what the server may know of it.
 *
 * A login name is the pseudonym and a number that the server adds, such as
 * "quiet-heron-4829". The server learns the number and a hash of the
 * pseudonym, of which it keeps a keyed hash only. The hash is over the
 * normalised form, so that one may type "Quiet Heron 4829" as well:
 *
 *     name hash = SHA-256("alcove/v1/name" || UTF-8 of the normalised pseudonym), 32 bytes
 */
import { sha256, utf8 } from "./bytes.ts";
import { pick } from "./random.ts";

const qualities = [
  "amber", "autumn", "brave", "bright", "calm", "clear", "clever", "coastal", "copper", "crimson", "dawn", "early", "easy",
  "evening", "fair", "fern", "free", "fresh", "friendly", "gentle", "golden", "green", "happy", "hidden", "honest", "indigo",
  "kind", "lively", "lucky", "lunar", "maple", "marble", "mellow", "merry", "misty", "morning", "mossy", "northern", "olive",
  "opal", "patient", "pearl", "playful", "polar", "quick", "quiet", "rainy", "river", "rosy", "sandy", "scarlet", "serene",
  "silent", "silver", "sincere", "snowy", "soft", "solar", "southern", "spring", "steady", "still", "summer", "sunny",
  "swift", "tender", "tidal", "tranquil", "velvet", "violet", "warm", "western", "wild", "willow", "winter", "wise",
] as const;

const beings = [
  "alder", "aspen", "badger", "beaver", "birch", "bison", "bluebell", "bramble", "brook", "canyon", "cedar", "clover", "comet",
  "coral", "crane", "cricket", "curlew", "cypress", "daisy", "deer", "dolphin", "dove", "dunlin", "eagle", "egret", "elm",
  "falcon", "fern", "finch", "forest", "fox", "gannet", "garden", "gecko", "glacier", "goldfinch", "grove", "harbour", "hare",
  "harrier", "hazel", "heather", "hedgehog", "heron", "hill", "island", "ivy", "jasmine", "kestrel", "kingfisher", "lagoon",
  "lake", "lantern", "lark", "laurel", "lavender", "lichen", "linden", "linnet", "lynx", "magpie", "maple", "marten", "meadow",
  "meteor", "moss", "nightjar", "oak", "orchard", "orchid", "oriole", "osprey", "otter", "owl", "panda", "pebble", "petrel",
  "pine", "plover", "pond", "poppy", "puffin", "quail", "rabbit", "raven", "reed", "robin", "rowan", "salmon", "sandpiper",
  "seal", "shore", "sparrow", "spruce", "squirrel", "starling", "stork", "swallow", "swan", "tern", "thistle", "thrush",
  "turtle", "valley", "vireo", "walnut", "warbler", "waxwing", "willow", "wren", "yarrow",
] as const;

/** Two friendly words, such as "quiet-heron". They need not be unique: the number makes the login name so. */
export function suggestPseudonym(): string {
  for (;;) {
    const [quality, being] = [pick(qualities), pick(beings)];
    if (quality !== being) return `${quality}-${being}`;
  }
}

/** NFKC, lower case, runs of spaces, dashes, underscores and dots as one "-", none at the ends. Empty when nothing is left. */
export function normalisePseudonym(pseudonym: string): string {
  return pseudonym
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{Pd}_.]+/gu, "-")
    .replace(/^-|-$/g, "");
}

/** What the server is told of a pseudonym: 32 bytes. */
export function nameHash(pseudonym: string): Uint8Array {
  return sha256(utf8("alcove/v1/name"), utf8(normalisePseudonym(pseudonym)));
}

/** The login name of a pseudonym and the number the server picked. */
export function loginName(pseudonym: string, nameNumber: string): string {
  return `${normalisePseudonym(pseudonym)}-${nameNumber}`;
}

/** Takes a typed login name apart: "Quiet heron 4829" too. Undefined when it does not end in a number of four or more digits. */
export function parseLoginName(typed: string): { readonly pseudonym: string; readonly nameNumber: string } | undefined {
  const match = /^(.+)-(\d{4,})$/.exec(normalisePseudonym(typed));
  return match?.[1] && match[2] ? { pseudonym: match[1], nameNumber: match[2] } : undefined;
}
