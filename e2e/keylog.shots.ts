/** Pictures of the page about the key log, and of what the app says when it does not hold. */
import { openPractice } from "../web/core/test/practice.ts";
import { speak, test } from "./fixtures.ts";
import { setBack } from "./keylog_steps.ts";
import { shot } from "./shot.ts";

test("the key log", async ({ page, server }) => {
  test.setTimeout(120_000);
  const practice = await openPractice(server);
  for (const language of ["en", "ar"] as const) {
    await page.goto(`/log?lang=${language}`);
    await shot(page, `keylog-page-${language}`);
  }
  await setBack(page, practice);
  for (const language of ["en", "de", "ar"] as const) {
    await speak(page, language);
    await shot(page, `keylog-alarm-${language}`);
  }
  await practice.close();
});
