/** What stays around every screen: the practice, help in a crisis, the way out. */
import type { ComponentChildren } from "preact";
import { language, setLanguage, t } from "./i18n.ts";
import { connection, practiceName, session } from "./state.ts";

export function Frame({ children }: { readonly children: ComponentChildren }) {
  const other = language.value === "en" ? "de" : "en";
  return <>
    <header class="bar">
      <a href="/app" class="brand">{practiceName.value}</a>
      <a class="button" href="/crisis" target="_blank" rel="noreferrer">{t("crisis")}</a>
      <button class="button" type="button" onClick={() => location.replace("https://www.wikipedia.org/")}>{t("leave-now")}</button>
      <button class="button" type="button" lang={other} onClick={() => void setLanguage(other)}>{other === "de" ? "Deutsch" : "English"}</button>
    </header>
    <p role="status" class="connection">{session.value?.state === "ready" && connection.value !== "online" ? t(`connection-${connection.value}`) : ""}</p>
    <main>{children}</main>
  </>;
}
