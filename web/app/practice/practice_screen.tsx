/** Steward: the practice's own settings, first by a wizard, later in one form. */
import { useState } from "preact/hooks";
import type { Practice } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { later } from "../kit/later.tsx";
import { Link } from "../kit/link.tsx";
import { Screen } from "../kit/screen.tsx";
import { core } from "../state.ts";
import { Fetched } from "../kit/fetched.tsx";
import { SettingsForm } from "./settings_form.tsx";
import { Wizard } from "./wizard.tsx";

const PolicyScreen = later(async () => {
  const [{ PolicyScreen }, { addPolicyTexts }] = await Promise.all([import("../policy/policy_screen.tsx"), import("../policy/loaded.ts")]);
  await addPolicyTexts();
  return PolicyScreen;
});

export function PracticeScreen({ part }: { readonly part?: string }) {
  const [finished, setFinished] = useState(false);
  if (part === "policy") return <PolicyScreen />;
  if (finished) return <Finished onSettings={() => setFinished(false)} />;
  return <Fetched from={() => core.practice()}>{(practice, change) => <Settings practice={practice} change={change} onSetUp={() => setFinished(true)} />}</Fetched>;
}

function Settings({ practice, change, onSetUp }: { readonly practice: Practice; readonly change: (practice: Practice) => void; readonly onSetUp: () => void }) {
  if (!practice.setUp) return <Wizard practice={practice} onSaved={async () => onSetUp()} />;
  return <SettingsForm practice={practice} onSaved={async () => change(await core.practice())} />;
}

function Finished({ onSettings }: { readonly onSettings: () => void }) {
  return <Screen title={t("set-up-done-title")} lead={t("set-up-done-lead")}>
    <p class="actions"><Link class="button" to="/app">{t("invite-first")}</Link> <a class="button button-quiet" href="/" target="_blank" rel="noreferrer">{t("see-public-page")}</a> <button type="button" class="button button-quiet" onClick={onSettings}>{t("practice-title")}</button></p>
  </Screen>;
}
