/** Where in the app one is: paths under /app, and a token from the fragment, read once. */
import { signal } from "@preact/signals";
import { noTrace } from "./nearby/trace.ts";

export const path = signal(location.pathname);
/** By path: what opens a room that is not listed, from its invitation link. It outlasts signing up and logging in. */
export const roomKeys = signal<Readonly<Record<string, string>>>({});
export const linkToken = signal(takeToken());

/** Where somebody wanted to go before they had to sign up or log in. */
const wanted = signal(/^\/app\/(start|conversations|rooms|surveys)\b/.test(location.pathname) ? location.pathname : "/app");

/** A declaration: it is called before this line is reached. */
export function isRoom(at: string): boolean {
  return at.startsWith("/app/rooms/");
}

/** Where the link over the frame leads, on any screen: no token. */
const CONTENT = "main";

/** Secrets of links do not stay in the address bar or the history. */
function takeToken(): string {
  const token = location.hash.slice(1);
  if (token === CONTENT) return "";
  if (token) history.replaceState(null, "", location.pathname);
  if (!token || !isRoom(location.pathname)) return token;
  roomKeys.value = { ...roomKeys.value, [location.pathname]: token };
  return "";
}

/** True once somebody leaves for somewhere harmless: nothing may ask them to stay. */
export const leaving = signal(false);

/** Where one was, by number: without traces the address stays as it is, because the browser writes addresses down. */
const unwritten: string[] = [];

export function go(to: string): void {
  if (noTrace.value) {
    if (to !== path.value) history.pushState(unwritten.push(to) - 1, "", "/app");
    path.value = to;
  } else {
    if (to !== location.pathname) history.pushState(null, "", to);
    path.value = location.pathname;
  }
  scrollTo(0, 0);
}

/** Goes on so that there is no way back to where one is now. */
export function goInstead(to: string): void {
  if (noTrace.value) history.replaceState(unwritten.push(to) - 1, "", "/app");
  else history.replaceState(null, "", to);
  path.value = noTrace.value ? to : location.pathname;
  scrollTo(0, 0);
}

/** Goes on to what was wanted before the log-in, once. */
export function goToWanted(): void {
  const to = wanted.value;
  wanted.value = "/app";
  goInstead(to);
}

// Every screen begins at its top, where its heading has the focus, on the way back as well.
history.scrollRestoration = "manual";

addEventListener("popstate", () => {
  // A link opened in a window that shows this page already changes the fragment alone.
  const token = takeToken();
  if (token) linkToken.value = token;
  const at = noTrace.value ? unwritten[history.state as number] ?? "/app" : location.pathname;
  if (path.value === at) return;
  path.value = at;
  scrollTo(0, 0);
});
