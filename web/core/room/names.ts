/**
 * Names in a room: each member chooses one for this room alone, and nobody's may
 * be taken for another's.
 *
 * A name keeps to one script, after Unicode Technical Standard #39 ("single
 * script"), and two names are the same to the eye when their *skeletons* are, in
 * small letters or in capitals: without marks and space, and with the characters
 * that Latin, Greek and Cyrillic share in shape told as one (the subset of the
 * standard's confusables that one script alone can bring about).
 */
import { MAX_ROOM_NAME_LENGTH } from "../api.ts";
import { CoreError } from "../errors.ts";

const SHORTEST = 2;

const scripts = ["Latin", "Greek", "Cyrillic", "Arabic", "Hebrew", "Armenian", "Georgian", "Devanagari", "Thai", "Hangul"] as const;
const oneScript = [...scripts.map((script) => `\\p{Script=${script}}`), "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}"]
  .map((letters) => new RegExp(`^[${letters}\\p{Script=Inherited}\\p{Nd} '’-]+$`, "u"));

/** What looks like a Latin letter when it is small. */
const small: Readonly<Record<string, string>> = {
  а: "a", е: "e", о: "o", р: "p", с: "c", у: "y", х: "x", ѕ: "s", і: "i", ј: "j", ԛ: "q", ԝ: "w", һ: "h", к: "k", т: "t", м: "m", н: "h", в: "b", г: "r",
  α: "a", ο: "o", ν: "v", ρ: "p", τ: "t", υ: "u", κ: "k", ι: "i", γ: "y", η: "n", χ: "x", ε: "e", β: "b", ω: "w", σ: "o",
  ı: "i", ł: "l", ø: "o", đ: "d", ß: "b", æ: "ae", œ: "oe",
};
/** What looks like one when it is a capital. */
const capital: Readonly<Record<string, string>> = {
  А: "a", В: "b", Е: "e", К: "k", М: "m", Н: "h", О: "o", Р: "p", С: "c", Т: "t", У: "y", Х: "x", Ѕ: "s", І: "i", Ј: "j",
  Α: "a", Β: "b", Ε: "e", Ζ: "z", Η: "h", Ι: "i", Κ: "k", Μ: "m", Ν: "n", Ο: "o", Ρ: "p", Τ: "t", Υ: "y", Χ: "x",
};
const digits: Readonly<Record<string, string>> = { "0": "o", "1": "l", "5": "s", i: "l" };

const folded = (text: string, alike: Readonly<Record<string, string>>): string =>
  [...[...text].map((each) => alike[each] ?? each).join("").toLowerCase()].map((each) => digits[each] ?? each).join("").replaceAll("rn", "m").replaceAll("vv", "w");

/** How a name looks in small letters and in capitals. */
export function skeletons(name: string): readonly string[] {
  const bare = name.normalize("NFKD").replace(/[\p{M}\s'’\p{Pd}]/gu, "");
  return [folded(bare.toLowerCase(), small), folded(bare.toUpperCase(), capital)];
}

/** A name as it will be shown. Rejects with room_name_invalid what is too short, too long, or of several scripts. */
export function roomName(typed: string): string {
  const name = typed.normalize("NFKC").trim().replace(/\s+/gu, " ");
  const fits = [...name].length >= SHORTEST && name.length <= MAX_ROOM_NAME_LENGTH && /\p{L}/u.test(name);
  if (!fits || !oneScript.some((script) => script.test(name))) throw new CoreError("room_name_invalid");
  return name;
}

/** Whether somebody among them has a name that this one could be taken for. */
export function isTaken(name: string, others: readonly string[]): boolean {
  const own = skeletons(name);
  return others.some((other) => skeletons(other).some((each, i) => each === own[i]));
}
