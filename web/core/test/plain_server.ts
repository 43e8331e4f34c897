/**
 * What the way of a file through Alcove is compared with: an HTTPS server that
 * writes what is put to the disk, durably, and gives it back. Run as a process
 * of its own: FOLDER with cert.pem and key.pem as its argument.
 */
import { createReadStream, createWriteStream, fsyncSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:https";
import path from "node:path";
import process from "node:process";
import { pipeline } from "node:stream/promises";

const [tls = "", file = ""] = process.argv.slice(2);
const server = createServer({ cert: readFileSync(path.join(tls, "cert.pem")), key: readFileSync(path.join(tls, "key.pem")) }, (request, answer) => {
  const serve = async (): Promise<void> => {
    if (request.method === "GET") return pipeline(createReadStream(file), answer);
    const fd = openSync(file, "w");
    await pipeline(request, createWriteStream(file, { fd, autoClose: false }));
    fsyncSync(fd);
    answer.end();
  };
  serve().catch(() => answer.destroy());
});
// A connection waits for its next file as long as that takes to come. One that was closed meanwhile would be
// written to by a process that was too busy encrypting to hear of it: EPIPE.
server.keepAliveTimeout = 0;
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address && typeof address === "object") process.stdout.write(`${address.port}\n`);
});
