/** One chunk for all of leading, with its words and its looks. */
import { addTexts } from "../../i18n.ts";
import { addStyle } from "../../kit/style.ts";
import css from "../../styles/room_lead.css" with { type: "text" };
import { Beside, LeadCount } from "./beside.tsx";
import { Leading } from "./leading.tsx";
import { MemberChoices } from "./member_choices.tsx";
import { OpenCard } from "./open_card.tsx";
import { TEXTS } from "./texts.ts";

export async function load() {
  addStyle(css);
  await addTexts(TEXTS);
  return { Beside, LeadCount, Leading, MemberChoices, OpenCard };
}
