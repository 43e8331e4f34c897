/** What a room is, and in plain words who learns what of whoever comes in. */
import type { RoomFace } from "../../core/api.ts";
import { languageName, t } from "../i18n.ts";
import { Face } from "../kit/face.tsx";
import { Hours } from "./hours_part.tsx";
import { keptWords, namesOf } from "./words.ts";

export function FaceParts({ face }: { readonly face: RoomFace }) {
  const names = namesOf(face);
  return <>
    {face.purpose && <p class="lead written" lang={face.language} dir="auto">{face.purpose}</p>}
    <section class="card" aria-labelledby="room-led">
      <h2 id="room-led" class="h3">{t("room-led-title")}</h2>
      <ul class="room-leaders">{face.moderators.map(({ accountId, displayName }) => <li key={accountId}><Face size="small" name={displayName} photoOf={accountId} /><bdi>{displayName}</bdi></li>)}</ul>
      <p>{t("room-led-text")}</p>
      <p>{t("room-spoken", { language: languageName(face.language) })}</p>
      <p>{t("room-known-capacity-text", { count: face.capacity })}</p>
    </section>
    <section class="card" aria-labelledby="room-hours">
      <h2 id="room-hours" class="h3">{t("room-hours-title")}</h2>
      <Hours face={face} />
    </section>
    {face.rules && <section class="card" aria-labelledby="room-rules">
      <h2 id="room-rules" class="h3">{t("room-rules-title")}</h2>
      <p class="written" lang={face.language} dir="auto">{face.rules}</p>
    </section>}
    <section class="card" aria-labelledby="room-known">
      <h2 id="room-known" class="h3">{t("room-known-title")}</h2>
      <dl class="room-known">
        <div><dt>{t("room-known-members")}</dt><dd>{t("room-known-members-text")}</dd></div>
        <div><dt>{t("room-known-leaders", { names })}</dt><dd>{t(face.questions.length > 0 ? "room-known-leaders-text" : "room-known-leaders-nothing")}</dd></div>
        <div><dt>{t("room-known-server")}</dt><dd>{t("room-known-server-text")}</dd></div>
        <div><dt>{t("room-known-kept")}</dt><dd>{keptWords(face)}</dd></div>
        <div><dt>{t("room-known-limits")}</dt><dd>{t("room-known-limits-text")}</dd></div>
      </dl>
    </section>
  </>;
}
