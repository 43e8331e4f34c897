/** Words that stand nowhere else, drawn anew at each run, and what kind of thing each was planted as. */
import { randomInt } from "node:crypto";
import type { KindId } from "./kinds.ts";

export interface Marker {
  readonly kind: KindId;
  readonly text: string;
}

const CONSONANTS = "bdfghjklmnprstvwxz";
const VOWELS = "aeiou";
const one = (of: string): string => of[randomInt(of.length)]!;

/** Six syllables: of so many words none comes up by chance. */
export const word = (): string => Array.from({ length: 6 }, () => one(CONSONANTS) + one(VOWELS)).join("");
const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);

export interface Markers {
  readonly all: readonly Marker[];
  /** A new word of this kind. */
  word(kind: KindId): string;
  /** Two words with what encodings trip over between them. */
  words(kind: KindId): string;
  /** As a person is called: "Xobaridelo Wimaketufa". */
  name(kind: KindId): string;
  /** Remembers what somebody else made. */
  plant(kind: KindId, text: string): string;
}

export function createMarkers(): Markers {
  const all: Marker[] = [];
  const plant = (kind: KindId, text: string): string => {
    if (text !== "" && !all.some((marker) => marker.kind === kind && marker.text === text)) all.push({ kind, text });
    return text;
  };
  return {
    all, plant,
    word: (kind) => plant(kind, word()),
    words: (kind) => plant(kind, `${word()} "ü" & ${word()}`),
    name: (kind) => plant(kind, `${capital(word())} ${capital(word())}`),
  };
}
