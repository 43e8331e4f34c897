/** Where there is help right now: the practice's own numbers, shown where somebody may need them at once. */
import { language, t } from "../i18n.ts";
import { Fetched } from "../kit/fetched.tsx";
import { core } from "../state.ts";

const dial = (number: string): string => `tel:${number.replaceAll(/[^\d+]/gu, "")}`;

export function Help() {
  return <section class="card room-help" aria-labelledby="help-heading">
    <h2 id="help-heading" class="h3">{t("room-help-title")}</h2>
    <p>{t("room-help-text")}</p>
    <Fetched from={() => core.practice()}>{({ emergencyNumber, crisisLines }) => <ul class="room-lines">
      {crisisLines.map(({ name, number, hours }) => <li key={`${name} ${number}`}>
        <span><strong><bdi>{name}</bdi></strong>{hours && <span class="quiet"> <bdi>{hours}</bdi></span>}</span>
        {number && <a class="button button-small" href={dial(number)} dir="ltr">{number}</a>}
      </li>)}
      {emergencyNumber && <li><strong>{t("room-help-emergency")}</strong><a class="button button-danger button-small" href={dial(emergencyNumber)} dir="ltr">{emergencyNumber}</a></li>}
    </ul>}</Fetched>
    <p><a href={`/crisis?lang=${language.value}`} target="_blank" rel="noreferrer">{t("room-help-more")}</a></p>
  </section>;
}
