/** The screen with all conversations. */
import { useState } from "preact/hooks";
import type { Role } from "../../core/api.ts";
import { NewDevices } from "../account/new_devices.tsx";
import { t } from "../i18n.ts";
import { later } from "../kit/later.tsx";
import { Link } from "../kit/link.tsx";
import { Empty, Screen } from "../kit/screen.tsx";
import { PractitionerChecklist } from "../practice/checklist.tsx";
import { conversations, conversationsKnown } from "../state.ts";
import { ConversationList } from "./conversation_list.tsx";
import { Coming } from "./coming.tsx";
import { Search } from "./search.tsx";
import { SearchSign } from "./search_sign.tsx";

const AskedCard = later(async () => (await import("../surveys/asked_card.tsx")).AskedCard, true);

export function ListScreen({ role }: { readonly role: Role }) {
  const [searching, setSearching] = useState(false);
  return <Screen title={t("list-title")}>
    <NewDevices />
    {conversations.value.length > 0 && <>
      <p class="list-tools"><button type="button" class="button button-quiet button-small" aria-haspopup="dialog" onClick={() => setSearching(true)}><SearchSign />{t("search")}</button></p>
      <ConversationList />
    </>}
    {searching && <Search onClose={() => setSearching(false)} />}
    {!conversationsKnown.value && <Coming />}
    {conversationsKnown.value && conversations.value.length === 0 && (role === "client" ? <NobodyYet /> : <PractitionerChecklist />)}
    {role === "client" && <AskedCard />}
  </Screen>;
}

function NobodyYet() {
  return <Empty title={t("list-empty-title")} text={t("list-empty-text")}>
    <Link class="button" to="/app/start">{t("list-empty-go")}</Link>
  </Empty>;
}
