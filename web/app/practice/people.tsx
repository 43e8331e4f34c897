/** Steward: invitations and practitioners' profiles. */
import { t } from "../i18n.ts";
import { Screen } from "../kit/screen.tsx";

export function PeopleScreen() {
  return <Screen title={t("people-title")}><p /></Screen>;
}
