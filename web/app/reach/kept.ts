/** What the page and its service worker agree on. Nothing of it is personal. */

/** Where the app begins. */
export const START = "/app";
/** Names of caches, one a version. */
export const SHELL = "alcove-";
/** Where the words of notices lie, in a cache of their own: they are chosen in the app, and shown while it is closed. */
export const NOTICES = "notices";
export const NOTICE = "/app/notice";

/** Where the newest checkpoint of the key log lies that an offered version was held to. */
export const LOG = "log";
export const LOG_SEEN = "/app/log";

export interface Notice {
  /** Which of the ways to say it was chosen. */
  readonly words: string;
  readonly title: string;
  readonly icon: string;
  /** No sound, no vibration. */
  readonly silent: boolean;
  readonly lang: string;
}
/** For who never chose. */
export const PLAIN_NOTICE: Notice = { words: "neutral", title: "One new item", icon: "/assets/app/icon-plain-192.png", silent: false, lang: "en" };
