/** Where in the app one is: paths under /app, and a token from the fragment, read once. */
import { signal } from "@preact/signals";

export const path = signal(location.pathname);
export const linkToken = signal(takeToken());

/** Secrets of links do not stay in the address bar or the history. */
function takeToken(): string {
  const token = location.hash.slice(1);
  if (token) history.replaceState(null, "", location.pathname);
  return token;
}
export function go(to: string): void {
  history.pushState(null, "", to);
  path.value = location.pathname;
}
addEventListener("popstate", () => { path.value = location.pathname; });
