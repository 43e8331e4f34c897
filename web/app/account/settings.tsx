/** One's own account: what one is called, what others see, keys and endings. */
import type { Account } from "../../core/api.ts";
import { logOut } from "../entry/hold.ts";
import { t } from "../i18n.ts";
import { CopyButton } from "../kit/fields.tsx";
import { Action } from "../kit/form.tsx";
import { later } from "../kit/later.tsx";
import { Link } from "../kit/link.tsx";
import { Screen } from "../kit/screen.tsx";
import { LockPart } from "../nearby/lock_part.tsx";
import { LookPart } from "../nearby/look_part.tsx";
import { InstallPart } from "../reach/install_part.tsx";
import { ToldPart } from "../reach/told_part.tsx";
import { DeletePart } from "./delete_part.tsx";
import { DevicesPart } from "./devices_part.tsx";
import { MailPart } from "../mail/screens.ts";
import { MarksPart } from "./marks_part.tsx";
import { NamePart } from "./name_part.tsx";
import { RecordsPart } from "../records/screens.ts";
import { PasskeyPart } from "./passkey_part.tsx";
import { PassphrasePart, RecoveryCodePart } from "./passphrase_parts.tsx";
import { SecondPart } from "./second_part.tsx";

const AccessPart = later(async () => (await import("../access/loaded.ts")).loadPart());

/** `passphrase`: somebody was led here to change it. */
export function Settings({ account, passphrase }: { readonly account: Account; readonly passphrase: boolean }) {
  return <Screen title={t("settings-title")}>
    <section class="card part">
      <h2 class="h3">{t("settings-who")}</h2>
      <p class="part-row"><span><span class="quiet">{t("login-name")}</span><br /><code dir="auto">{account.loginName}</code></span> <CopyButton text={account.loginName} /></p>
      <NamePart account={account} />
    </section>
    {account.role !== "steward" && <MarksPart settings={account.settings} />}
    {account.role !== "steward" && <ToldPart />}
    {account.role !== "steward" && <MailPart />}
    {account.role === "practitioner" && <RecordsPart />}
    <LockPart />
    <LookPart settings={account.settings} />
    <InstallPart />
    <PassphrasePart account={account} begun={passphrase} />
    <RecoveryCodePart account={account} />
    {account.role === "client" && <SecondPart account={account} />}
    {account.role !== "client" && <PasskeyPart role={account.role} />}
    <DevicesPart account={account} />
    <AccessPart />
    <section class="card part">
      <h2 class="h3">{t("held-title")}</h2>
      <p>{t("held-text")}</p>
      <p class="actions"><Link class="button button-quiet" to="/app/settings/held">{t("held-open")}</Link></p>
    </section>
    {account.role !== "steward" && <section class="card part">
      <h2 class="h3">{t("told-settings-title")}</h2>
      <p>{t("told-settings-text")}</p>
      <p class="actions"><Link class="button button-quiet" to="/app/settings/told">{t("told-settings-open")}</Link></p>
    </section>}
    {account.role === "client" && <section class="card part">
      <h2 class="h3">{t("surveys-settings-title")}</h2>
      <p>{t("surveys-settings-text")}</p>
      <p class="actions"><Link class="button button-quiet" to="/app/surveys">{t("surveys-settings-open")}</Link></p>
    </section>}
    <section class="card part">
      <h2 class="h3">{t("log-out")}</h2>
      <p>{t("log-out-text")}</p>
      <p class="actions"><Action run={logOut}>{t("log-out")}</Action></p>
    </section>
    <DeletePart account={account} />
  </Screen>;
}
