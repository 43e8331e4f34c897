/** Chaum's picture of a blind signature: a slip and carbon paper in a closed envelope, stamped from outside. */
import { t } from "../../i18n.ts";

export function EnvelopePicture() {
  return <figure class="survey-picture">
    <svg viewBox="0 0 300 104" role="img" aria-label={t("survey-picture")}>
      <g class="survey-envelope">
        <path class="survey-carbon" d="M15 26h58v34H15z" />
        <path class="survey-slip" d="M20 18h48v34H20z" />
        <path class="survey-paper" d="M8 40l36 22 36-22v44H8z" />
        <path class="survey-line" d="M8 40l36 22 36-22M8 40v44h72V40" />
      </g>
      <g class="survey-envelope">
        <path class="survey-paper" d="M114 40h72v44h-72z" />
        <path class="survey-line" d="M114 40h72v44h-72zM114 40l36 24 36-24" />
        <path class="survey-stamp" d="M141 8h18v14l6 8v6h-30v-6l6-8z" />
        <circle class="survey-mark" cx="150" cy="66" r="11" />
      </g>
      <g class="survey-envelope">
        <path class="survey-box" d="M222 54h70v38h-70z" />
        <path class="survey-line" d="M222 54h70v38h-70zM240 54h34" />
        <path class="survey-slip" d="M236 12h42v40h-42z" />
        <path class="survey-line" d="M243 20h28M243 27h20" />
        <circle class="survey-mark" cx="257" cy="40" r="8" />
      </g>
      <path class="survey-arrow" d="M90 62h14m-5-5l5 5-5 5M196 62h14m-5-5l5 5-5 5" />
    </svg>
    <figcaption>{t("survey-picture-text")}</figcaption>
  </figure>;
}
