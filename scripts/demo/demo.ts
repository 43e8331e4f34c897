/** A practice to walk through, on a server of its own; gone when it is stopped. */
import { startServer } from "../../web/core/test/server.ts";
import { fill, type Login } from "./filler.ts";

/** The logins as a table for a terminal. */
function table(logins: readonly Login[]): string {
  const rows = [["who", "login name", "passphrase"], ...logins.map((login) => [login.who, login.loginName, login.passphrase])];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd());
  return [lines[0], widths.map((width) => "-".repeat(width)).join("  "), ...lines.slice(1)].join("\n");
}

function codes(logins: readonly Login[]): string {
  return logins.filter((login) => login.oneTimeCodes.length > 0).map((login) => `${login.who} (${login.loginName}):\n  ${login.oneTimeCodes.join("  ")}`).join("\n");
}

const began = Date.now();
const server = await startServer();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    void server.stop().then(() => process.exit(0));
  });
}
try {
  const logins = await fill(server, (step) => console.log(step));
  console.log(`\nReady after ${Math.round((Date.now() - began) / 1000)} s: ${server.baseUrl}\n`);
  console.log(table(logins));
  console.log("\nOne-time codes, used in place of a passkey, each once:");
  console.log(codes(logins));
  console.log(`\nLog in at ${server.baseUrl}/app/log-in (the certificate is self-signed; two people at once need two browsers\nor a private window). Ctrl-C ends the server and deletes everything.`);
} catch (error) {
  console.error("The demonstration could not be played:", error);
  await server.stop();
  process.exitCode = 1;
}
