import assert from "node:assert/strict";
import { test } from "node:test";
import type { SearchResult, TimelineItem } from "../api.ts";
import { createSearchIndex } from "../conversation/search.ts";
import { createParty } from "./people.ts";
import { createServerDouble } from "./server_double.ts";

let count = 0;
const said = (text: string, id = `${++count}`): TimelineItem => ({ kind: "message", id, seq: ++count, at: count, mine: true, text, delivery: "sent" });
const line = (result: SearchResult): readonly string[] => result.hits.map((hit) => hit.context.map((part) => (part.found ? `[${part.text}]` : part.text)).join(""));

test("words are found by their beginnings, whatever their case and marks", () => {
  const index = createSearchIndex();
  const texts = ["Die Ängste am Morgen", "Straße in Łódź", "crème brûlée", "e\u0301tude", "ﬁnally İstanbul", "أنا لا أنامُ", "昨晚没睡着", "3 Tage, 14 Stunden"];
  index.update("a", texts.map((text) => said(text)));
  for (const [query, expected] of [
    ["angst", "Die [Ängste] am Morgen"], ["ÄNG mor", "Die [Ängste] am [Morgen]"], ["strasse lodz", "[Straße] in [Łódź]"], ["CREME bru", "[crème] [brûlée]"], ["étu", "[e\u0301tude]"],
    ["fin ist", "[ﬁnally] [İstanbul]"], ["انام", "أنا لا [أنامُ]"], ["没睡", "昨晚[没][睡]着"], ["14", "3 Tage, [14] Stunden"],
  ] as const) assert.deepEqual(line(index.find(query)), [expected], query);
  for (const query of ["", " ", "?!", "ngste", "morgens", "angst brulee"]) assert.deepEqual(index.find(query), { total: 0, hits: [] }, query);
});

test("what was found stands in its surroundings, in one line", () => {
  const index = createSearchIndex();
  index.update("a", [said(`${"before ".repeat(20)}\n\u202Eneedle\n${"after ".repeat(60)}`)]);
  const [context = ""] = line(index.find("needle"));
  assert.match(context, /^…(before )+\[needle\] (after )+(after|afte|aft|af|a)?…$/u);
  assert.doesNotMatch(context, /[\n\u202E]/u);
});

test("the newest come first, of all conversations or of one, and the rest is counted", () => {
  const index = createSearchIndex();
  index.update("a", Array.from({ length: 120 }, (_, i) => said(`morning ${i}`)));
  index.update("b", [said("good morning")]);
  const all = index.find("morn");
  assert.equal(all.total, 121);
  assert.equal(all.hits.length, 100);
  assert.deepEqual([all.hits[0]?.conversation, line(all)[1]], ["b", "[morning] 119"]);
  assert.equal(index.find("morn", "b").total, 1);
});

test("what was edited, taken back or forgotten is found no more as it was", () => {
  const index = createSearchIndex();
  const [kept, edited, gone] = [said("kept words", "k"), said("old words", "e"), said("gone words", "g")];
  index.update("a", [kept, edited, gone]);
  index.update("a", [kept, said("new words", "e"), { ...gone, text: "", takenBack: true } as TimelineItem]);
  assert.equal(index.find("words").total, 2);
  for (const query of ["old", "gone"]) assert.equal(index.find(query).total, 0);
  index.update("a", [said("new words", "e")]);
  assert.deepEqual(line(index.find("words")), ["new [words]"]);
});

test("a device searches all its conversations, and finds the first item of a day", async () => {
  const server = createServerDouble();
  const anna = await createParty(server, "practitioner", "Anna Weber");
  const practitioner = await anna.device();
  const clients = await Promise.all(["Quiet Heron", "Grey Otter"].map(async (name) => (await createParty(server, "client", name)).device()));
  const ids: string[] = [];
  for (const client of clients) {
    const id = await client.conversations.requestTherapy({ practitioner: anna.accountId, consentVersion: 1, intake: { reason: "r", region: "DE" } });
    await practitioner.until(id, (view) => view.intake !== undefined);
    await practitioner.conversations.accept(id);
    await practitioner.conversations.send(id, `The lantern of ${ids.push(id)}`);
    await practitioner.until(id, (view) => view.items.some((item) => item.kind === "message" && item.delivery !== "queued" && item.delivery !== "sending"));
  }
  const { hits, total } = await practitioner.conversations.search("lant");
  assert.equal(total, 2);
  assert.deepEqual(hits.map((hit) => hit.conversation).sort(), [...ids].sort());
  assert.equal((await practitioner.conversations.search("lant", ids[0])).total, 1);
  const [first = ""] = ids;
  const view = await practitioner.until(first, () => true);
  assert.equal(await practitioner.conversations.firstSince(first, 0), view.items[0]?.id);
  assert.equal(await practitioner.conversations.firstSince(first, Date.now() + 1_000), undefined);
  for (const client of clients) await client.close();
  await practitioner.close();
});
