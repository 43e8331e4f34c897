/** About a room: who is here, what it is, and the way out. */
import { useState } from "preact/hooks";
import type { RoomPerson, RoomView } from "../../core/api.ts";
import { durationText, t } from "../i18n.ts";
import { Confirm } from "../kit/confirm.tsx";
import { Dialog } from "../kit/dialog.tsx";
import { Face } from "../kit/face.tsx";
import { Check } from "../kit/fields.tsx";
import { CardPart } from "./card_part.tsx";
import { Hours } from "./hours_part.tsx";
import { core } from "../state.ts";
import { leave } from "./leave.ts";
import { keptWords, namesOf } from "./words.ts";

export function Sheet({ view, onClose }: { readonly view: RoomView; readonly onClose: () => void }) {
  const { id, face, people, me } = view;
  const [leaving, setLeaving] = useState(false);
  const sorted = [...people].sort((a, b) => Number(b.moderates) - Number(a.moderates) || Number(b.id === me) - Number(a.id === me) || a.name.localeCompare(b.name));
  return <Dialog sheet title={t("room-about")} onClose={onClose}>
    <section aria-labelledby="people-heading">
      <h3 id="people-heading">{t("room-people-title", { count: people.length })}</h3>
      <ul class="room-people">{sorted.map((each) => <li key={each.id}><Person person={each} me={each.id === me} hand={view.hands.includes(each.id)} here={view.here.includes(each.id)} /></li>)}</ul>
      {view.inside && <Check label={t("room-present")} hint={t("room-present-hint")} checked={view.present} onChecked={(on) => void core.setPresent(id, on).catch(() => undefined)} />}
    </section>
    {view.conduct.agenda.length > 0 && <section aria-labelledby="agenda-heading">
      <h3 id="agenda-heading">{t("room-agenda")}</h3>
      <ol class="room-agenda">{view.conduct.agenda.map(({ title, minutes }, i) => <li key={i} aria-current={view.conduct.running?.item === i ? "step" : undefined}><bdi>{title}</bdi>{minutes > 0 && <span class="quiet"> {durationText(minutes, "minute")}</span>}</li>)}</ol>
    </section>}
    <section aria-labelledby="about-heading">
      <h3 id="about-heading">{t("room-what")}</h3>
      {face.purpose && <p class="written" dir="auto">{face.purpose}</p>}
      {face.rules && <><h4>{t("room-rules-title")}</h4><p class="written" dir="auto">{face.rules}</p></>}
      <p>{keptWords(face)}</p>
      <p>{t("room-known-members-text")}</p>
      <h4>{t("room-hours-title")}</h4>
      <Hours face={face} />
    </section>
    {view.inside && !view.moderates && <CardPart view={view} />}
    {view.inside && <section aria-labelledby="leave-heading">
      <h3 id="leave-heading">{t("room-leave")}</h3>
      <p>{t("room-leave-text")}</p>
      <p class="actions"><button type="button" class="button button-quiet" aria-haspopup="dialog" onClick={() => setLeaving(true)}>{t("room-leave")}</button></p>
    </section>}
    {leaving && <Confirm title={t("room-leave-title")} text={t("room-leave-sure", { names: namesOf(face) })} submit={t("room-leave-submit")} run={() => leave(id)} onClose={() => setLeaving(false)} />}
  </Dialog>;
}

function Person({ person: { id, name, moderates, muted }, me, hand, here }: { readonly person: RoomPerson; readonly me: boolean; readonly hand: boolean; readonly here: boolean }) {
  return <>
    <Face size="small" name={name} photoOf={moderates ? id : undefined} />
    <span class="room-person"><bdi>{name}</bdi>{me && <span class="quiet"> {t("room-me")}</span>}</span>
    {moderates && <span class="badge badge-good">{t("room-leads")}</span>}
    {here && <span class="badge badge-good">{t("room-badge-here")}</span>}
    {hand && <span class="badge">{t("room-badge-hand")}</span>}
    {muted && <span class="badge">{t("room-badge-muted")}</span>}
  </>;
}
