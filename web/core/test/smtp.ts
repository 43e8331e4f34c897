/** A mail server on loopback that takes what it is told not to refuse, and keeps it: as much SMTP (RFC 5321) as a test needs, without TLS. */
import { createServer, type Socket } from "node:net";
import { PATIENCE } from "./patience.ts";

export interface Mail {
  readonly to: string;
  /** Header and body as they came. */
  readonly data: string;
}
export interface MailServer {
  readonly port: number;
  readonly mails: readonly Mail[];
  /** Waits until so many came, and gives the newest. */
  until(count: number): Promise<Mail>;
  stop(): Promise<void>;
}

/** `refuses` says for which addresses there is no mailbox; the answer then names them, as mail servers do. */
export async function startMailServer(refuses: (to: string) => boolean = () => false): Promise<MailServer> {
  const mails: Mail[] = [];
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket));
    socket.on("error", () => undefined);
    serve(socket, (mail) => mails.push(mail), refuses);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : 0,
    mails,
    async until(count) {
      for (const end = Date.now() + PATIENCE; mails.length < count; ) {
        if (Date.now() > end) throw new Error(`${mails.length} mails came, not ${count}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return mails[count - 1]!;
    },
    async stop() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function serve(socket: Socket, keep: (mail: Mail) => void, refuses: (to: string) => boolean): void {
  let pending = "";
  let to = "";
  let data: string[] | undefined;
  const answer = (line: string): void => void socket.write(`${line}\r\n`);
  const take = (line: string): void => {
    if (data) {
      if (line !== ".") return void data.push(line.replace(/^\./u, ""));
      keep({ to, data: data.join("\r\n") });
      data = undefined;
      return answer("250 taken");
    }
    const command = line.slice(0, 4).toUpperCase();
    if (command === "RCPT") to = /<([^>]*)>/u.exec(line)?.[1] ?? "";
    if (command === "RCPT" && refuses(to)) return answer(`550 no mailbox for <${to}>`);
    if (command === "QUIT") {
      answer("221 bye");
      return void socket.end();
    }
    if (command !== "DATA") return answer("250 yes");
    data = [];
    answer("354 go on");
  };
  answer("220 localhost");
  socket.on("data", (part) => {
    pending += part.toString();
    for (let end = pending.indexOf("\r\n"); end !== -1; end = pending.indexOf("\r\n")) {
      const line = pending.slice(0, end);
      pending = pending.slice(end + 2);
      take(line);
    }
  });
}
