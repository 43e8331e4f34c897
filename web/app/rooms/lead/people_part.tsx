/** Who is in the room, and what keeps order among them: muting, removing, banning. */
import { useState } from "preact/hooks";
import type { RoomPerson, RoomView } from "../../../core/api.ts";
import { language, t } from "../../i18n.ts";
import { Field } from "../../kit/fields.tsx";
import { Action } from "../../kit/form.tsx";
import { core } from "../../state.ts";
import { Bans } from "./bans.tsx";
import { Heading, useHeading } from "./heading.tsx";
import { OpenCard } from "./open_card.tsx";
import { PersonRow } from "./person_row.tsx";
import { Remove } from "./remove.tsx";
import { Unanswered } from "./unanswered.tsx";

/** With more people than this one looks for somebody by name. */
const MANY = 8;

/** Who leads first, then by name. */
function inOrder(people: readonly RoomPerson[]): readonly RoomPerson[] {
  const { compare } = new Intl.Collator(language.value);
  return people.toSorted((a, b) => Number(b.moderates) - Number(a.moderates) || compare(a.name, b.name));
}

/** What was done last, and can be undone. */
interface Done {
  readonly text: string;
  readonly undo?: () => Promise<unknown>;
}

export function PeoplePart({ room }: { readonly room: RoomView }) {
  const { at, focus } = useHeading();
  const [looked, setLooked] = useState("");
  const [done, setDone] = useState<Done | undefined>(undefined);
  const [reading, setReading] = useState<RoomPerson | undefined>(undefined);
  const [leaving, setLeaving] = useState<{ readonly person: RoomPerson; readonly banned: boolean } | undefined>(undefined);
  const sought = looked.trim().toLocaleLowerCase();
  const people = inOrder(room.people).filter(({ name }) => name.toLocaleLowerCase().includes(sought));
  const mute = async (person: RoomPerson, on: boolean, minutes?: number) => {
    await core.mute(room.id, person.id, on, minutes);
    setDone({ text: t(on ? "lead-muted" : "lead-unmuted", { name: person.name }), ...(on ? { undo: () => mute(person, false) } : {}) });
  };
  const holdBack = async (person: RoomPerson, on: boolean) => {
    await core.holdMember(room.id, person.id, on);
    setDone({ text: t(on ? "lead-held-on" : "lead-held-off", { name: person.name }), ...(on ? { undo: () => holdBack(person, false) } : {}) });
  };
  return <section>
    <Heading at={at}>{t("lead-people-title", { count: room.people.length })}</Heading>
    <div class="lead-done"><span role="status">{done?.text}</span> {done?.undo && <Action small run={done.undo}>{t("lead-undo")}</Action>}</div>
    <Unanswered room={room} />
    {room.people.length > MANY && <Field label={t("lead-people-look")} value={looked} onValue={setLooked} />}
    {room.people.length === 1 && <p>{t("lead-people-alone")}</p>}
    {sought !== "" && <p role="status" class="quiet">{t("lead-people-found", { count: people.length })}</p>}
    <ul class="rows card lead-rows">{people.map((person) => <PersonRow key={person.id} person={person} mine={person.id === room.me} onMute={(on, minutes) => mute(person, on, minutes)} onHold={(on) => holdBack(person, on)} onCard={() => setReading(person)}
      onRemove={() => setLeaving({ person, banned: false })} onBan={() => setLeaving({ person, banned: true })} />)}</ul>
    <Bans room={room} />
    {reading && <OpenCard room={room} person={reading} onClose={() => setReading(undefined)} />}
    {leaving && <Remove room={room} {...leaving} onClose={() => setLeaving(undefined)} onRemoved={(text) => {
      setDone({ text });
      focus();
    }} />}
  </section>;
}
