/** What is shown when the app cannot run here: it runs in another window, or did not start. */
import { language, t } from "../i18n.ts";
import { Form } from "../kit/form.tsx";
import { Screen } from "../kit/screen.tsx";
import { begin, startFailure } from "../state.ts";

export function OtherTab() {
  return <Screen title={t("other-tab-title")} lead={t("other-tab-text")}>
    <Form submit={t("take-over")} run={() => begin(true)} busyText={t("starting")} />
  </Screen>;
}

export function DidNotStart({ code }: { readonly code: string }) {
  const again = async () => {
    await begin(false);
    if (startFailure.value === code) throw { code };
  };
  return <Screen title={t("failed-title")} lead={t("failed-text")}>
    <Form key={code} submit={t("try-again")} run={again} refused={code} busyText={t("starting")}
      aside={<a class="button button-quiet" href={`/crisis?lang=${language.value}`}>{t("crisis")}</a>} />
    <p class="quiet"><a href={`/contact?lang=${language.value}`}>{t("contact-practice")}</a></p>
  </Screen>;
}
