/** Who can find a room that is being made; it stays so. */
import { t } from "../../i18n.ts";
import { Radios } from "../../kit/fields.tsx";

export function ListedField({ listed, onListed }: { readonly listed: boolean; readonly onListed: (listed: boolean) => void }) {
  return <Radios legend={t("lead-listed")} value={listed ? "yes" : "no"} onValue={(value) => onListed(value === "yes")}
    options={[
      { value: "no", text: t("lead-listed-no"), hint: t("lead-listed-no-hint") },
      { value: "yes", text: t("lead-listed-yes"), hint: t("lead-listed-yes-hint") },
    ]} />;
}
