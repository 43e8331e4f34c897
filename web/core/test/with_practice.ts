/** A practice on a real server for all tests of a file: opened before the first, ended after the last. */
import { after, before } from "node:test";
import { openPractice, type Setting, type TestPractice } from "./practice.ts";
import { quickOpaque } from "./quick_opaque.ts";
import { startServer, type TestServer } from "./server.ts";

/** `here` is given them before the first test begins. */
export function withPractice(here: (practice: TestPractice, server: TestServer) => void, setting: Setting = {}): void {
  let end = async (): Promise<void> => undefined;
  before(async () => {
    const server = await startServer();
    end = server.stop;
    const practice = await openPractice(server, { opaque: quickOpaque, ...setting });
    end = async () => {
      await practice.close();
      await server.stop();
    };
    here(practice, server);
  });
  after(() => end());
}
