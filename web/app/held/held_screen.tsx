/**
 * What the server knows about me: every row that it holds on the account, as it has
 * it, explained line by line, and beside it what it does not have. The server tells
 * it (GetHeld, the inventory of data); nothing here is kept.
 */
import type { Account } from "../../core/api.ts";
import { language, t } from "../i18n.ts";
import { Fetched } from "../kit/fetched.tsx";
import { Screen } from "../kit/screen.tsx";
import { core } from "../state.ts";
import { ExportPart } from "./export_part.tsx";
import { Group } from "./group.tsx";

/** Of everybody. What practitioners call themselves stands in their profile, and a steward's name may stand in an invitation. */
const NOT = ["login", "words", "who", "address", "looked"] as const;
const NOT_OF_CLIENTS = ["name", "pseudonym"] as const;
const MEMORY = ["connection", "counts", "due", "linking"] as const;

export function HeldScreen({ account: { role } }: { readonly account: Account }) {
  return <Screen title={t("held-title")} lead={t("held-lead")} back={{ to: "/app/settings", text: t("settings-title") }}>
    <Fetched from={() => core.held(language.value)} moment={language.value}>{(groups) => <>
      <ul class="held-groups">{groups.map((group) => <li key={group.id} class="card part"><Group group={group} /></li>)}</ul>
      <section class="card part" aria-labelledby="held-not">
        <h2 id="held-not" class="h3">{t("held-not-title")}</h2>
        <ul>
          {[...(role === "client" ? NOT_OF_CLIENTS : []), ...NOT].map((what) => <li key={what}>{t(`held-not-${what}`)}</li>)}
        </ul>
      </section>
      <section class="card part" aria-labelledby="held-memory">
        <h2 id="held-memory" class="h3">{t("held-memory-title")}</h2>
        <p>{t("held-memory-text")}</p>
        <ul>{MEMORY.map((what) => <li key={what}>{t(`held-memory-${what}`)}</li>)}</ul>
      </section>
      <section class="card part" aria-labelledby="held-beside">
        <h2 id="held-beside" class="h3">{t("held-beside-title")}</h2>
        <ul>
          <li>{t("held-beside-others")}</li>
          <li>{t("held-beside-numbers")}</li>
          {role === "client" && <li>{t("held-beside-slots")}</li>}
          <li>{t("held-beside-backups")}</li>
        </ul>
      </section>
      <ExportPart groups={groups} />
    </>}</Fetched>
  </Screen>;
}
