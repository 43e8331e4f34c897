/** The list of conversations. */
import { t } from "../i18n.ts";
import { Screen } from "../kit/screen.tsx";

export function ListScreen({ role }: { readonly role: string }) {
  return <Screen title={t("list-title")}><p>{String(role)}</p></Screen>;
}
