/**
 * What is not as it must be, full of markers: errors and limits are where servers
 * write down what they were sent. Nothing here may stop the server either.
 */
import { connect as connect2 } from "node:http2";
import { request } from "node:https";
import { connect } from "node:tls";
import { connect as connectPlain } from "node:net";
import WebSocket from "ws";
import type { TestServer } from "../server.ts";
import { newAddress, visitor } from "./browser.ts";
import type { Markers } from "./markers.ts";

interface Ask {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** One request over HTTP/1.1; that it is refused is what it is for. */
function ask(server: TestServer, m: Markers, { path, method = "GET", headers = {}, body }: Ask): Promise<number> {
  const who = visitor(m);
  return new Promise((resolve) => {
    const sending = request(`${server.baseUrl}${path}`, { method, ca: server.ca, agent: who.agent, headers: { ...who.headers, ...headers } }, (answer) => {
      answer.resume();
      answer.on("close", () => {
        who.agent.destroy();
        resolve(answer.statusCode ?? 0);
      });
    });
    sending.on("error", () => {
      who.agent.destroy();
      resolve(0);
    });
    sending.end(body);
  });
}

const CALLS = ["AuthService/LoginStart", "AuthService/RegisterStart", "AuthService/Recover", "AuthService/CheckInvitation", "StreamService/Append", "SurveyService/Answer", "SurveyService/CreateSurvey", "PracticeService/ListProfiles", "NoService/Nothing"] as const;

async function calls(server: TestServer, m: Markers): Promise<void> {
  for (const call of CALLS) {
    const path = `/alcove.v1.${call}`;
    const proto = { "Content-Type": "application/proto", "Connect-Protocol-Version": "1" };
    await ask(server, m, { path, method: "POST", headers: proto, body: m.words("rubbish") });
    // A field that everybody knows, with a marker as its text: a string in field 1.
    const text = Buffer.from(m.word("rubbish"));
    await ask(server, m, { path, method: "POST", headers: proto, body: Buffer.concat([Buffer.from([0x0a, text.length]), text]) });
    await ask(server, m, { path, method: "POST", headers: { ...proto, "Content-Type": "application/json" }, body: JSON.stringify({ nameHash: m.words("rubbish"), [m.word("rubbish")]: m.words("rubbish") }) });
    await ask(server, m, { path, method: "POST", headers: { ...proto, Authorization: `Bearer ${m.word("rubbish")}` }, body: "" });
    await ask(server, m, { path: `${path}/${m.word("paths")}`, method: "POST", headers: { "Content-Type": m.word("rubbish") }, body: m.words("rubbish") });
  }
  // More than is taken.
  await ask(server, m, { path: "/alcove.v1.AuthService/LoginStart", method: "POST", headers: { "Content-Type": "application/proto" }, body: Buffer.concat([Buffer.from(m.words("rubbish")), Buffer.alloc(6 << 20, 0x20)]) });
}

async function pages(server: TestServer, m: Markers): Promise<void> {
  for (const path of ["", "practitioners/", "practitioners?language=", "practitioners?speciality=", "app/", "assets/app/", "assets/pages/", "log/tile/0/", "privacy/", "mail/stop/", "security?lang=", "events?token=", ".well-known/", "%2e%2e/", "metrics/"]) {
    await ask(server, m, { path: `/${path}${m.word("paths")}?${m.word("paths")}=${encodeURIComponent(m.words("paths"))}#${m.word("paths")}` });
  }
  await ask(server, m, { path: `/${m.word("paths")}`, method: m.word("paths").toUpperCase().slice(0, 10) });
  await ask(server, m, { path: "/", headers: { Host: `${m.word("paths")}.example`, Origin: `https://${m.word("paths")}.example` } });
  await ask(server, m, { path: "/", headers: { [`x-${m.word("agents")}`]: m.word("agents").repeat(5_000) } });
  await ask(server, m, { path: `/${m.word("paths").repeat(4_000)}` });
}

/** Bytes on a bare connection, without TLS, or with. */
function bytes(server: TestServer, m: Markers, what: string, tls?: { readonly servername: string; readonly ALPNProtocols?: string[] }): Promise<void> {
  const port = Number(new URL(server.baseUrl).port);
  return new Promise((resolve) => {
    const plain = connectPlain({ port, host: "127.0.0.1", localAddress: newAddress(m) });
    const socket = tls ? connect({ ...tls, socket: plain, rejectUnauthorized: false }) : plain;
    socket.once(tls ? "secureConnect" : "connect", () => socket.write(what));
    socket.on("error", () => undefined);
    socket.on("data", () => undefined);
    plain.on("close", () => resolve());
    setTimeout(() => socket.destroy(), 300);
  });
}

async function greetings(server: TestServer, m: Markers): Promise<void> {
  await bytes(server, m, `GET /${m.word("paths")} HTTP/1.1\r\nHost: ${m.word("paths")}\r\n\r\n`);
  await bytes(server, m, m.words("rubbish"));
  await bytes(server, m, `${m.word("rubbish")}\r\n\r\n`, { servername: `${m.word("paths")}.example` });
  await bytes(server, m, `GET / HTTP/9.${m.word("rubbish")}\r\n${m.word("rubbish")}\r\n\r\n`, { servername: "localhost" });
  await bytes(server, m, m.words("rubbish"), { servername: "localhost", ALPNProtocols: ["h2"] });
  await bytes(server, m, m.words("rubbish"), { servername: "localhost", ALPNProtocols: [m.word("rubbish")] });
}

/** As browsers ask: over HTTP/2, whose headers the server keeps for a while to compress others by. */
async function overHttp2(server: TestServer, m: Markers): Promise<void> {
  const who = visitor(m);
  const plain = connectPlain({ port: Number(new URL(server.baseUrl).port), host: "127.0.0.1", localAddress: who.address });
  const session = connect2(server.baseUrl, { createConnection: () => connect({ socket: plain, ca: server.ca, servername: "localhost", ALPNProtocols: ["h2"] }) });
  session.on("error", () => undefined);
  const { "User-Agent": agent, Referer: referer, Cookie: cookie } = who.headers;
  for (const path of ["/", `/${m.word("paths")}?${m.word("paths")}`, "/security.json", `/alcove.v1.AuthService/${m.word("paths")}`]) {
    await new Promise<void>((resolve) => {
      const stream = session.request({ ":path": path, "user-agent": agent!, referer: referer!, cookie: cookie!, [`x-${m.word("agents")}`]: m.word("agents") });
      stream.on("error", () => resolve());
      stream.on("close", () => resolve());
      stream.resume();
      stream.end();
    });
  }
  session.close();
}

function frames(server: TestServer, m: Markers): Promise<void> {
  const who = visitor(m);
  return new Promise((resolve) => {
    const socket = new WebSocket(`${server.baseUrl.replace("https", "wss")}/events?${m.word("paths")}`, [m.word("rubbish")], { ca: server.ca, agent: who.agent, headers: who.headers, origin: server.baseUrl });
    socket.on("open", () => {
      socket.send(m.words("rubbish"));
      socket.send(Buffer.from(m.words("rubbish")));
      socket.ping(m.word("rubbish"));
    });
    socket.on("error", () => undefined);
    socket.on("close", () => resolve());
    setTimeout(() => socket.close(1000, m.word("rubbish")), 300);
  });
}

/** So many wrong guesses from one address that they are refused. */
async function limits(server: TestServer, m: Markers): Promise<void> {
  const who = visitor(m);
  const one = (): Promise<number> => new Promise((resolve) => {
    const sending = request(`${server.baseUrl}/alcove.v1.AuthService/NewChallenge`, { method: "POST", ca: server.ca, agent: who.agent, headers: { ...who.headers, "Content-Type": "application/proto" } }, (answer) => {
      answer.resume();
      answer.on("close", () => resolve(answer.statusCode ?? 0));
    });
    sending.on("error", () => resolve(0));
    sending.end();
  });
  let refused = false;
  for (let n = 0; n < 100 && !refused; n++) refused = (await Promise.all(Array.from({ length: 20 }, one))).includes(429);
  who.agent.destroy();
  if (!refused) throw new Error("no limit was reached");
}

export async function playRubbish(server: TestServer, m: Markers): Promise<void> {
  await calls(server, m);
  await pages(server, m);
  await greetings(server, m);
  await overHttp2(server, m);
  await frames(server, m);
  await limits(server, m);
}

/** Little of it, for builds that leak everything: pages, greetings, and at last what makes a build that panics do so. */
export async function playLittle(server: TestServer, m: Markers): Promise<void> {
  await ask(server, m, { path: `/${m.word("paths")}?${m.word("paths")}` });
  await bytes(server, m, m.words("rubbish"));
  await bytes(server, m, m.words("rubbish"), { servername: "localhost" });
  await overHttp2(server, m);
}

export const playFault = (server: TestServer, m: Markers): Promise<unknown> => ask(server, m, { path: `/?${m.word("paths")}`, headers: { "X-Fault": "panic" } });
