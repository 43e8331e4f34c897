/** Who is not let in any more, and how they may ask again. */
import { useEffect, useState } from "preact/hooks";
import type { RoomView } from "../../../core/api.ts";
import { t } from "../../i18n.ts";
import { Action } from "../../kit/form.tsx";
import { core } from "../../state.ts";

type Ban = Awaited<ReturnType<typeof core.roomBans>>[number];

export function Bans({ room: { id, people } }: { readonly room: RoomView }) {
  const [bans, setBans] = useState<readonly Ban[]>([]);
  // Whoever is banned goes, so they are asked for again when somebody went.
  useEffect(() => void core.roomBans(id).then(setBans, () => undefined), [id, people.length]);
  const lift = async (handle: string) => {
    await core.liftBan(id, handle);
    setBans((before) => before.filter((each) => each.handle !== handle));
  };
  if (bans.length === 0) return null;
  return <>
    <h3>{t("lead-bans")}</h3>
    <p class="quiet">{t("lead-bans-text")}</p>
    <ul class="rows card lead-rows">{bans.map(({ handle, name }) => {
      const shown = name || t("lead-bans-unknown");
      return <li key={handle}>
        <div class="row-text"><strong dir="auto">{shown}</strong></div>
        <div class="row-ways"><Action small label={`${t("lead-ban-lift")}: ${shown}`} run={() => lift(handle)}>{t("lead-ban-lift")}</Action></div>
      </li>;
    })}</ul>
  </>;
}
