/** A client before a server that goes back to an earlier key log. */
import type { Page } from "@playwright/test";
import { PASSPHRASE, type TestPractice } from "../web/core/test/practice.ts";
import { expect } from "./fixtures.ts";
import { logIn } from "./log_in_steps.ts";

export interface SetBack {
  /** The server is honest again. */
  honest(): Promise<void>;
}

const LOOK_UP = "**/alcove.v1.KeyLogService/LookUp";

/** Logs a new client in, lets the log grow before their eyes, and then answers with what they were told first. */
export async function setBack(page: Page, practice: TestPractice): Promise<SetBack> {
  const told: Buffer[] = [];
  await page.context().route(LOOK_UP, async (route) => {
    const answer = await route.fetch();
    told.push(await answer.body());
    await route.fulfill({ response: answer });
  });
  const core = practice.browser();
  const { account: { loginName } } = await core.signUp({ pseudonym: "Quiet Heron", passphrase: PASSPHRASE });
  await logIn(page, { loginName, passphrase: PASSPHRASE });
  await expect.poll(() => told.length, "the key log is asked").toBeGreaterThan(0);
  await practice.browser().signUp({ pseudonym: "Tawny Owl", passphrase: PASSPHRASE });
  const before = told.length;
  await page.reload();
  await expect.poll(() => told.length, "and asked again").toBeGreaterThan(before);
  // What was answered is verified and kept in its own time; the screen after it is there then.
  await page.goto("/app/settings");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const [first] = told;
  await page.context().unroute(LOOK_UP);
  await page.context().route(LOOK_UP, (route) => route.fulfill({ contentType: "application/proto", body: first! }));
  await page.goto("/app");
  await expect(page.getByText("The server shows an older key log than before.")).toBeVisible();
  return { honest: () => page.context().unroute(LOOK_UP) };
}
