/** Client: choosing a practitioner. */
import { t } from "../i18n.ts";
import { Screen } from "../kit/screen.tsx";

export function StartScreen({ practitioner }: { readonly practitioner: string | undefined }) {
  return <Screen title={t("start-title")}><p>{practitioner}</p></Screen>;
}
