/** In which language the screens speak: each is named as it names itself, for those who read no other. */
import { chooseLanguage, type Language, language, LANGUAGES, t } from "../i18n.ts";

export function LanguageChoice() {
  return <select class="bar-language" aria-label={t("choose-language")} value={language.value} onChange={({ currentTarget }) => void chooseLanguage(currentTarget.value as Language)}>
    {Object.entries(LANGUAGES).map(([tag, name]) => <option key={tag} value={tag} lang={tag}>{name}</option>)}
  </select>;
}
