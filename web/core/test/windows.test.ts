/** Two windows of one browser, and several browsers that join at the same moment. */
import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { ConversationView, CoreEvent } from "../api.ts";
import { type ClosableCore, createCore } from "../core.ts";
import { createWebLock } from "../lock.ts";
import { reaching } from "../node.ts";
import { createIndexedDbStore } from "../storage.ts";
import { PASSPHRASE, type TestPractice, texts, untilView } from "./practice.ts";
import { quickOpaque } from "./quick_opaque.ts";
import type { TestServer } from "./server.ts";
import { withPractice } from "./with_practice.ts";

let server: TestServer;
let practice: TestPractice;
before(installWebLocks);
withPractice((opened, started) => {
  [practice, server] = [opened, started];
});

/** The part of Web Locks (navigator.locks) that lock.ts uses, for all windows of this process. */
function installWebLocks(): void {
  let loseHeld: (() => void) | undefined;
  const locks = {
    request: (_name: string, { steal }: { readonly steal?: boolean }, granted: (lock: object | null) => Promise<unknown> | undefined): Promise<unknown> => {
      if (loseHeld && !steal) return Promise.resolve(granted(null));
      loseHeld?.();
      return new Promise((_, reject) => {
        loseHeld = () => reject(new DOMException("stolen", "AbortError"));
        void granted({});
      });
    },
  };
  Object.defineProperty(globalThis, "navigator", { value: { locks }, configurable: true });
}

interface Window {
  readonly core: ClosableCore;
  readonly events: CoreEvent[];
}

/** A window as worker.ts makes it. */
function openWindow(): Window {
  const store = createIndexedDbStore();
  const core = createCore({ ...reaching(server.baseUrl, server.ca), opaque: quickOpaque, store, only: { lock: createWebLock(), store } });
  const events: CoreEvent[] = [];
  core.subscribe((event) => events.push(event));
  return { core, events };
}

const alerts = (view: ConversationView): readonly string[] => view.items.flatMap((item) => (item.kind === "security" ? [item.event.code] : []));

test("one window at a time: a second is kept out, may take over, and the first stops at once", async () => {
  const [first, second] = [openWindow(), openWindow()];
  const started = first.core.start();
  // A screen is there before the start is done, and somebody may act on it.
  const signedUp = first.core.signUp({ pseudonym: "Quiet Heron", passphrase: PASSPHRASE });
  assert.equal((await started).state, "none");
  await assert.rejects(second.core.start(), { code: "other_tab" });
  await signedUp;
  const { practitionerId, consentVersion, practitioner } = practice;
  const id = await first.core.requestTherapy({ practitioner: practitionerId, consentVersion, intake: { reason: "I cannot sleep.", region: "Kiel" } });
  await untilView(practitioner.core, id, (view) => view.intake !== undefined);
  await practitioner.core.accept(id);
  await untilView(first.core, id, (view) => view.canWrite);

  // Taken over while messages are on their way: both windows must not send them.
  for (let i = 0; i < 20; i++) await first.core.send(id, `first ${i}`);
  assert.equal((await second.core.takeOver()).state, "ready");
  assert.ok(first.events.some((event) => event.type === "taken-over"));
  await assert.rejects(first.core.send(id, "too late"), { code: "other_tab" });
  await untilView(second.core, id, (view) => view.canWrite);
  await second.core.send(id, "from the second");
  assert.equal((await first.core.takeOver()).state, "ready");
  await assert.rejects(second.core.send(id, "too late"), { code: "other_tab" });
  await untilView(first.core, id, (view) => view.canWrite);
  await first.core.send(id, "back in the first");

  const said = [...Array.from({ length: 20 }, (_, i) => `first ${i}`), "from the second", "back in the first"];
  const seen = await untilView(practitioner.core, id, (view) => texts(view).includes("back in the first"));
  assert.deepEqual(texts(seen), said);
  assert.deepEqual(alerts(seen), []);
  assert.deepEqual(texts(await untilView(first.core, id, (view) => texts(view).length === said.length)), said);
  for (const { core } of [first, second]) await core.close();
});

test("browsers of both people that join at the same moment all get in, and nobody is alarmed", async () => {
  const { core: phone, id, loginName } = await practice.talkingClient("Amber Fox");
  await phone.send(id, "before");
  await untilView(practice.practitioner.core, id, (view) => texts(view).includes("before"));
  const joining = await Promise.all([
    ...Array.from({ length: 3 }, async () => {
      const core = practice.browser();
      await core.logIn({ loginName, passphrase: PASSPHRASE });
      return core;
    }),
    practice.practitionerElsewhere(),
  ]);
  const everybody = [phone, practice.practitioner.core, ...joining];
  for (const core of joining) await untilView(core, id, (view) => texts(view).includes("before"));
  await Promise.all(everybody.map((core, i) => core.send(id, `from ${i}`)));
  const all = ["before", ...everybody.map((_, i) => `from ${i}`)].sort();
  const views = await Promise.all(everybody.map((core) => untilView(core, id, (view) => texts(view).length >= all.length)));
  for (const view of views) {
    assert.deepEqual([...texts(view)].sort(), all);
    assert.deepEqual(texts(view), texts(views[0] ?? view), "in one order");
    assert.deepEqual(alerts(view), []);
  }
});
