/**
 * WHO-5 Well-Being Index, in the official wording. Source: World Health Organization,
 * The World Health Organization-Five Well-Being Index (WHO-5), Geneva 2024, licence
 * CC BY-NC-SA 3.0 IGO; before that Psychiatric Research Unit, WHO Collaborating Centre in
 * Mental Health, Frederiksborg General Hospital, Hillerød, 1998. Only languages whose
 * official wording we could hold it to: a paraphrase measures something else.
 */
import type { ScaleQuestion, SurveyText } from "../../../core/survey_api.ts";
import type { Template } from "./templates.ts";

const LOW: SurveyText = { de: "Zu keinem Zeitpunkt", en: "At no time", es: "Nunca" };
const HIGH: SurveyText = { de: "Die ganze Zeit", en: "All of the time", es: "Todo el tiempo" };
/** All six answers: a scale has words at its ends alone. */
const HINT: SurveyText = {
  de: "5 Die ganze Zeit · 4 Meistens · 3 Etwas mehr als die Hälfte der Zeit · 2 Etwas weniger als die Hälfte der Zeit · 1 Ab und zu · 0 Zu keinem Zeitpunkt",
  en: "5 All of the time · 4 Most of the time · 3 More than half of the time · 2 Less than half of the time · 1 Some of the time · 0 At no time",
  es: "5 Todo el tiempo · 4 La mayor parte del tiempo · 3 Más de la mitad del tiempo · 2 Menos de la mitad del tiempo · 1 De vez en cuando · 0 Nunca",
};

const ITEMS: readonly SurveyText[] = [
  { de: "In den letzten zwei Wochen war ich froh und guter Laune", en: "Over the last two weeks I have felt cheerful and in good spirits", es: "En las últimas dos semanas me he sentido alegre y de buen humor" },
  { de: "In den letzten zwei Wochen habe ich mich ruhig und entspannt gefühlt", en: "Over the last two weeks I have felt calm and relaxed", es: "En las últimas dos semanas me he sentido tranquilo y relajado" },
  { de: "In den letzten zwei Wochen habe ich mich energisch und aktiv gefühlt", en: "Over the last two weeks I have felt active and vigorous", es: "En las últimas dos semanas me he sentido activo y enérgico" },
  { de: "In den letzten zwei Wochen habe ich mich beim Aufwachen frisch und ausgeruht gefühlt", en: "Over the last two weeks I woke up feeling fresh and rested", es: "En las últimas dos semanas me he despertado fresco y descansado" },
  { de: "In den letzten zwei Wochen war mein Alltag voller Dinge, die mich interessieren", en: "Over the last two weeks my daily life has been filled with things that interest me", es: "En las últimas dos semanas mi vida cotidiana ha estado llena de cosas que me interesan" },
];

const questions = ITEMS.map((text, at): ScaleQuestion => ({ id: `q${at + 1}`, kind: "scale", text, hint: HINT, required: true, from: 0, to: 5, low: LOW, high: HIGH }));

export const WHO5: Template = {
  name: "who5",
  title: { de: "Ihr Wohlbefinden (WHO-5)", en: "Your well-being (WHO-5)", es: "Su bienestar (OMS-5)" },
  introduction: {
    de: "Bitte geben Sie bei jeder der fünf Aussagen an, was am besten beschreibt, wie Sie sich in den letzten zwei Wochen gefühlt haben. Quelle: Weltgesundheitsorganisation, WHO-5, 2024, CC BY-NC-SA 3.0 IGO.",
    en: "Please indicate for each of the five statements which is closest to how you have been feeling over the last two weeks. Source: World Health Organization, WHO-5, 2024, CC BY-NC-SA 3.0 IGO.",
    es: "Por favor, indique en cada una de las cinco afirmaciones cuál define mejor cómo se ha sentido usted durante las últimas dos semanas. Fuente: Organización Mundial de la Salud, WHO-5, 2024, CC BY-NC-SA 3.0 IGO.",
  },
  questions,
  scores: [{ kind: "who5", name: { de: "Wohlbefinden nach WHO-5 (0 bis 100)", en: "Well-being by WHO-5 (0 to 100)", es: "Bienestar según OMS-5 (0 a 100)" }, questions: questions.map(({ id }) => id) }],
};
