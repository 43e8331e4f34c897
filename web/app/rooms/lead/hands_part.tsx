/** Who raised a hand, in this order, and who has the floor. */
import type { Id, RoomView } from "../../../core/api.ts";
import { numberText, t } from "../../i18n.ts";
import { Action } from "../../kit/form.tsx";
import { core } from "../../state.ts";
import { Heading, useHeading } from "./heading.tsx";
import { Switch } from "./switch.tsx";

export function HandsPart({ room }: { readonly room: RoomView }) {
  const { at, focus } = useHeading();
  const { conduct: { floor, queue }, hands, people } = room;
  const nameOf = (id: Id): string => people.find((each) => each.id === id)?.name ?? "";
  const [next] = hands;
  const give = async (to: Id | null) => {
    await core.setConduct(room.id, { floor: to });
    focus();
  };
  return <section>
    <Heading at={at}>{t("lead-hands-title")}</Heading>
    <p role="status">{floor === null ? t(hands.length === 0 ? "lead-hands-empty" : "lead-floor-free") : t("lead-floor-has", { name: nameOf(floor) })}</p>
    {(next !== undefined || floor !== null) && <p class="actions">
      {next !== undefined && <Action kind="primary" run={() => give(next)}>{t("lead-floor-next", { name: nameOf(next) })}</Action>}
      {floor !== null && <Action run={() => give(null)}>{t("lead-floor-end")}</Action>}
    </p>}
    {hands.length > 1 && <ol class="rows card lead-rows">{hands.map((id, i) => <li key={id}>
      <span class="lead-place" aria-hidden="true">{numberText(i + 1)}</span>
      <div class="row-text"><strong dir="auto">{nameOf(id)}</strong></div>
      <Action small label={`${t("lead-floor-give")}: ${nameOf(id)}`} run={() => give(id)}>{t("lead-floor-give")}</Action>
    </li>)}</ol>}
    <Switch label={t("lead-queue")} hint={t("lead-queue-hint")} on={queue} run={(on) => core.setConduct(room.id, { queue: on })} />
  </section>;
}
