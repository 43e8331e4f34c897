/** One conversation. */
import { t } from "../i18n.ts";
import { Screen } from "../kit/screen.tsx";

export function ConversationScreen({ id, role }: { readonly id: string; readonly role: string }) {
  return <Screen title={t("conversation-title")}><p>{id} {role}</p></Screen>;
}
