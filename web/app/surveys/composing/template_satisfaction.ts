/** How satisfied clients are: eight questions in our own words, of one range, so that their mean is one figure. */
import type { ScaleQuestion, SurveyText } from "../../../core/survey_api.ts";
import type { Template } from "./templates.ts";

const LOW: SurveyText = { ar: "لا، إطلاقًا", de: "nein, gar nicht", en: "no, not at all", es: "no, en absoluto", fr: "non, pas du tout" };
const HIGH: SurveyText = { ar: "نعم، تمامًا", de: "ja, ganz und gar", en: "yes, entirely", es: "sí, totalmente", fr: "oui, tout à fait" };

const ITEMS: readonly SurveyText[] = [
  { ar: "هل كانت البداية هنا سهلة؟", de: "War es leicht, hier anzufangen?", en: "Was it easy to begin here?", es: "¿Fue fácil empezar aquí?", fr: "A-t-il été facile de commencer ici ?" },
  { ar: "هل كنت تشعر بأن هناك من يصغي إليك؟", de: "Haben Sie sich gehört gefühlt?", en: "Did you feel heard?", es: "¿Sintió que se le escuchaba?", fr: "Avez-vous senti que l’on vous écoutait ?" },
  { ar: "هل كنت تشعر بالاحترام، كما أنت؟", de: "Haben Sie sich geachtet gefühlt, so wie Sie sind?", en: "Did you feel respected as you are?", es: "¿Sintió que se le respetaba tal como es?", fr: "Avez-vous senti du respect pour ce que vous êtes ?" },
  { ar: "هل دار الحديث حول ما يهمك حقًا؟", de: "Ging es um das, was Ihnen wirklich wichtig ist?", en: "Was it about what really matters to you?", es: "¿Se habló de lo que de verdad le importa?", fr: "A-t-on parlé de ce qui compte vraiment pour vous ?" },
  { ar: "هل كانت الردود تأتي في الوقت الذي تحتاجه؟", de: "Kamen die Antworten so bald, wie Sie sie gebraucht haben?", en: "Did replies come as soon as you needed them?", es: "¿Llegaron las respuestas tan pronto como las necesitaba?", fr: "Les réponses sont-elles venues aussi vite que vous en aviez besoin ?" },
  { ar: "هل كنت تشعر بأن ما تقوله محميّ هنا؟", de: "Hatten Sie das Gefühl, dass hier geschützt ist, was Sie sagen?", en: "Did you feel that what you say is protected here?", es: "¿Sintió que lo que dice está protegido aquí?", fr: "Avez-vous senti que ce que vous dites est protégé ici ?" },
  { ar: "هل ساعدك ذلك على التعامل مع ما يُثقل عليك؟", de: "Hat es Ihnen geholfen, mit dem umzugehen, was Sie belastet?", en: "Did it help you to deal with what weighs on you?", es: "¿Le ayudó a manejar lo que le pesa?", fr: "Cela vous a-t-il aidé à faire face à ce qui vous pèse ?" },
  { ar: "هل تعود إلى هنا إذا احتجت إلى مساعدة مرة أخرى؟", de: "Würden Sie wieder hierher kommen, wenn Sie Hilfe brauchen?", en: "Would you come here again if you needed help?", es: "¿Volvería aquí si necesitara ayuda?", fr: "Reviendriez-vous ici si vous aviez besoin d’aide ?" },
];

const questions = ITEMS.map((text, at): ScaleQuestion => ({ id: `q${at + 1}`, kind: "scale", text, required: false, from: 1, to: 5, low: LOW, high: HIGH }));

export const SATISFACTION: Template = {
  name: "satisfaction",
  title: { ar: "ما رأيك في عملنا؟", de: "Wie zufrieden sind Sie mit uns?", en: "How do we serve you?", es: "¿Cómo le atendemos?", fr: "Que pensez-vous de notre accompagnement ?" },
  introduction: {
    ar: "نريد أن نتحسّن، ولا يعرف ذلك أفضل من الذين نرافقهم. يمكن تجاوز أي سؤال.",
    de: "Wir wollen besser werden, und niemand weiß das besser als die, für die wir da sind. Jede Frage darf ausgelassen werden.",
    en: "We want to become better, and nobody knows how better than those we are here for. Any question may be skipped.",
    es: "Queremos mejorar, y nadie sabe cómo mejor que las personas para quienes estamos. Se puede omitir cualquier pregunta.",
    fr: "Nous voulons progresser, et personne ne sait mieux comment que les personnes pour qui nous sommes là. On peut passer n’importe quelle question.",
  },
  questions,
  scores: [{ kind: "mean", name: { ar: "الرضا (1 إلى 5)", de: "Zufriedenheit (1 bis 5)", en: "Satisfaction (1 to 5)", es: "Satisfacción (1 a 5)", fr: "Satisfaction (1 à 5)" }, questions: questions.map(({ id }) => id) }],
};
