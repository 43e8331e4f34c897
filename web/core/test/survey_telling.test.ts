/** Hints at what may tell who wrote a text: what is found in five languages, and that ordinary sentences are left alone. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { tellingsIn } from "../survey/telling.ts";

async function told(text: string, language: string): Promise<readonly string[]> {
  return (await tellingsIn(text, language)).map(({ at, length, why }) => `${why}: ${text.slice(at, at + length)}`);
}

const FOUND: readonly (readonly [language: string, text: string, hints: readonly string[]])[] = [
  ["en", "Write to ann.reed@example.org or call +44 20 7946 0018.", ["contact: ann.reed@example.org", "contact: +44 20 7946 0018"]],
  ["en", "We met on 27.11.2026 at 3 pm, then on Tuesday.", ["date: 27.11.2026", "date: 3 pm", "date: Tuesday"]],
  ["en", "I am 43 and my sister Anna lives in Leeds.", ["number: 43", "name: Anna", "place: Leeds"]],
  ["en", "Dr Reed was kind, and so was Bartholomew.", ["name: Reed", "name: Bartholomew"]],
  ["de", "Meine Schwester Greta wohnt in Kiel in der Holstenstraße.", ["name: Greta", "place: Kiel", "place: Holstenstraße"]],
  ["de", "Am Montag um 14:30 Uhr war Johanna dabei.", ["date: Montag", "date: 14:30 Uhr", "name: Johanna"]],
  ["es", "Mi hermano Andrés trabaja en Sevilla desde 2019.", ["name: Andrés", "place: Sevilla", "number: 2019"]],
  ["fr", "Avec Madame Lefèvre, le 3 mars à Lyon.", ["name: Lefèvre", "date: mars", "place: Lyon"]],
  ["ar", "أختي سلمى تسكن في القاهرة", ["name: سلمى", "place: القاهرة"]],
];

for (const [language, text, hints] of FOUND) {
  test(`${language}: ${text}`, async () => {
    const all = await told(text, language);
    assert.deepEqual(all.filter((hint) => !hint.startsWith("rare")), hints);
  });
}

const PLAIN: readonly (readonly [language: string, text: string])[] = [
  ["en", "I felt heard. The waiting was long, but it was worth it. I’m better now."],
  ["de", "Ich fühlte mich gehört. Die Wartezeit war lang, aber die Gespräche haben mir geholfen."],
  ["es", "Me sentí escuchada. La espera fue larga, pero me ayudó mucho."],
  ["fr", "Je me suis senti écouté. L’attente était longue, mais cela m’a aidé."],
  ["ar", "شعرت أن هناك من يسمعني"],
];
for (const [language, text] of PLAIN) test(`nothing in ${language}: ${text}`, async () => assert.deepEqual(await told(text, language), []));

test("a word that few use is pointed out, and no more than a few of them", async () => {
  assert.deepEqual(await told("Since then I practise gyrotonics.", "en"), ["rare: gyrotonics"]);
  assert.deepEqual(await told("Ich sammle Quastenflosser.", "de"), ["rare: Quastenflosser"]);
  const many = Array.from({ length: 50 }, (_, i) => `xqz${String.fromCharCode(97 + (i % 26))}${String.fromCharCode(97 + Math.floor(i / 26))}wvk`).join(" ");
  assert.equal((await told(many, "fr")).length, 5);
});
