/** Practitioner: one's own profile and consent text. */
import { t } from "../i18n.ts";
import { Screen } from "../kit/screen.tsx";

export function ProfileScreen() {
  return <Screen title={t("profile-title")}><p /></Screen>;
}
