/** Steward: the practice's own settings. */
import { t } from "../i18n.ts";
import { Screen } from "../kit/screen.tsx";

export function PracticeScreen() {
  return <Screen title={t("practice-title")}><p /></Screen>;
}
