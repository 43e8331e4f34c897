/** What somebody with a slow telephone has to wait for before the app can be used. */
import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "./fixtures.ts";

/** Bytes of what is sent, compressed, without the log-in worker, which only whoever logs in needs. */
const BUDGET = 250 * 1024;

/** The browser tells too little about workers' scripts; the compressed file is what the server sends. */
function bytesSent(name: string): number {
  return statSync(fileURLToPath(new URL(`../internal/webapp/dist/${name}.br`, import.meta.url))).size;
}

test("the app's first load stays small", async ({ page, context }, info) => {
  const names = new Set<string>();
  context.on("response", (response) => {
    const [, name] = /\/assets\/app\/(.+)$/u.exec(response.url()) ?? [];
    if (!name || name.startsWith("opaque_worker")) return;
    names.add(name);
    expect.soft(response.headers()["content-encoding"], name).toBe("br");
  });
  await page.goto("/app/log-in");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect.poll(() => [...names].some((name) => name.startsWith("worker-")), "the core's worker is loaded").toBe(true);
  await page.waitForLoadState("networkidle");
  const total = [...names].reduce((sum, name) => sum + bytesSent(name), 0);
  info.annotations.push({ type: "first load", description: `${total} bytes` });
  expect(total).toBeLessThan(BUDGET);
});
