/** Makes, once for all stories that begin among people, a server that people have used (scripts/demo). */
import { cpSync, writeFileSync } from "node:fs";
import { test as setup } from "@playwright/test";
import { fill } from "../scripts/demo/filler.ts";
import { startServer } from "../web/core/test/server.ts";
import { LIVED } from "./playwright.config.ts";

setup("people move in", async () => {
  const server = await startServer();
  try {
    const logins = await fill(server, () => undefined);
    await server.halt();
    cpSync(server.data, LIVED.data, { recursive: true });
    writeFileSync(LIVED.logins, JSON.stringify(logins));
  } finally {
    await server.stop();
  }
});
