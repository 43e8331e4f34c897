/**
 * What can be seen of the app by who does not use it: the title and icon of its
 * window, its title in the browser's history, and its screen in passing.
 */
import { computed, effect, signal } from "@preact/signals";
import { LOOK_NAMES, type Look } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { conversations, practiceName, session, unreadInRooms } from "../state.ts";
import { noTrace } from "./trace.ts";

/** The heading of the screen that is shown. */
export const screenTitle = signal("");

/** Where a look is kept that shall count before the log-in as well. */
const KEPT = "look";
export const lookHere = signal<Look["name"]>(keptLook());

function keptLook(): Look["name"] {
  try {
    const kept = localStorage.getItem(KEPT);
    return LOOK_NAMES.find((name) => name === kept) ?? "";
  } catch {
    return "";
  }
}

export function keepLookHere(name: Look["name"]): void {
  lookHere.value = name;
  try {
    if (name === "") localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, name);
  } catch {
    // A browser that keeps nothing shows the practice's name until somebody logs in.
  }
}

export const lookOfWindow = computed<Look>(() =>
  session.value?.state === "ready" && session.value.account.settings.look || { name: lookHere.value, hide: false });

/** By it the browser knows what the app is called where it is installed. */
const manifest = document.querySelector<HTMLLinkElement>("link[rel=manifest]");
const touchIcon = document.querySelector<HTMLLinkElement>("link[rel=apple-touch-icon]");
const OWN_MANIFEST = "/app.webmanifest";
const icon = document.querySelector<HTMLLinkElement>("link[rel=icon]");
const ownIcon = icon?.href ?? "";
/** A sheet of paper. */
const PLAIN_ICON = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#fff" stroke="#666" stroke-width="2" d="M7 3h12l6 6v20H7z"/><path stroke="#666" stroke-width="2" d="M11 14h10M11 19h10M11 24h6"/></svg>')}`;

/** A picture of the app, where the system wants pixels. */
export const iconOf = (name: Look["name"]): string => `/assets/app/icon-${name === "" ? "own" : "plain"}-192.png`;

effect(() => {
  const { name } = lookOfWindow.value;
  const unread = conversations.value.reduce((sum, { unread: count }) => sum + count, unreadInRooms.value);
  // In a title the marks around what was put into a text are seen as boxes.
  const told = unread > 0 ? ` · ${t("look-new", { count: unread }).replace(/[\u2068\u2069]/gu, "")}` : "";
  if (name !== "") document.title = t(`look-${name}`) + told;
  // The browser writes titles into its history.
  else if (noTrace.value || screenTitle.value === "") document.title = practiceName.value;
  else document.title = `${screenTitle.value} · ${practiceName.value}`;
  const wanted = name === "" ? ownIcon : PLAIN_ICON;
  // Set anew, it would be fetched anew.
  if (icon && icon.href !== wanted) icon.href = wanted;
  const called = name === "" ? OWN_MANIFEST : `${OWN_MANIFEST}?called=${encodeURIComponent(t(`look-${name}`))}`;
  if (manifest && manifest.getAttribute("href") !== called) manifest.setAttribute("href", called);
  touchIcon?.setAttribute("href", iconOf(name));
});

function coverIfUnused(): void {
  const used = document.visibilityState === "visible" && document.hasFocus();
  document.documentElement.classList.toggle("covered", lookOfWindow.value.hide && !used);
}
for (const turn of ["blur", "focus", "pageshow"]) addEventListener(turn, coverIfUnused);
document.addEventListener("visibilitychange", coverIfUnused);
effect(coverIfUnused);
