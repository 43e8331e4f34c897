/** In which language the screens speak: each is named as it names itself, for those who read no other. */
import { chooseLanguage, type Language, language, LANGUAGES, t } from "../i18n.ts";

export function LanguageChoice() {
  return <span class="bar-languages">
    <svg class="sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M12 3a9 9 0 1 0 .01 0M3.5 9.5h17M3.5 14.5h17M12 3c-5 5-5 13 0 18M12 3c5 5 5 13 0 18" /></svg>
    <select class="bar-language" aria-label={t("choose-language")} value={language.value} onChange={({ currentTarget }) => void chooseLanguage(currentTarget.value as Language)}>
      {Object.entries(LANGUAGES).map(([tag, name]) => <option key={tag} value={tag} lang={tag}>{name}</option>)}
    </select>
  </span>;
}
