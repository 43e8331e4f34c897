/** The screens of who leads a room, with their words and their looks: loaded when they are first needed. */
import { addTexts } from "../../i18n.ts";
import { addStyle } from "../../kit/style.ts";
import css from "../../styles/room_lead.css" with { type: "text" };
import { Leading } from "./leading.tsx";
import { TEXTS } from "./texts.ts";

export async function load(): Promise<typeof Leading> {
  addStyle(css);
  await addTexts(TEXTS);
  return Leading;
}
