/** The screens of rooms, with their words and their looks: loaded when they are first needed. */
import { addTexts } from "../i18n.ts";
import { addStyle } from "../kit/style.ts";
import css from "../styles/rooms.css" with { type: "text" };
import { Rooms } from "./rooms.tsx";

const TEXTS = {
  ar: () => import("../../locales/ar/rooms.ts"),
  de: () => import("../../locales/de/rooms.ts"),
  en: () => import("../../locales/en/rooms.ts"),
  es: () => import("../../locales/es/rooms.ts"),
  fr: () => import("../../locales/fr/rooms.ts"),
};

export async function load(): Promise<typeof Rooms> {
  addStyle(css);
  await addTexts(TEXTS);
  return Rooms;
}
