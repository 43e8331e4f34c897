/** Whether somebody would recommend the practice, and why. */
import type { Template } from "./templates.ts";

export const RECOMMEND: Template = {
  name: "recommend",
  title: { ar: "هل توصي بنا؟", de: "Würden Sie uns weiterempfehlen?", en: "Would you recommend us?", es: "¿Nos recomendaría?", fr: "Nous recommanderiez-vous ?" },
  introduction: {
    ar: "سؤالان قصيران يساعداننا على معرفة ما نُحسنه وما ينبغي تحسينه.",
    de: "Zwei kurze Fragen. Sie helfen uns zu sehen, was gut ist und was besser werden soll.",
    en: "Two short questions. They help us to see what is good and what should become better.",
    es: "Dos preguntas breves. Nos ayudan a ver qué va bien y qué debería mejorar.",
    fr: "Deux questions courtes. Elles nous aident à voir ce qui va bien et ce qui doit aller mieux.",
  },
  questions: [
    {
      id: "q1", kind: "scale", required: true, from: 0, to: 10,
      text: {
        ar: "ما مدى احتمال أن توصي بهذه العيادة شخصًا يحتاج إلى مساعدة مماثلة؟",
        de: "Wie wahrscheinlich ist es, dass Sie diese Praxis jemandem empfehlen, der ähnliche Hilfe braucht?",
        en: "How likely are you to recommend this practice to somebody who needs similar help?",
        es: "¿Qué probabilidad hay de que recomiende esta consulta a alguien que necesite una ayuda parecida?",
        fr: "Quelle est la probabilité que vous recommandiez ce cabinet à quelqu’un qui a besoin d’une aide semblable ?",
      },
      low: { ar: "غير محتمل إطلاقًا", de: "gar nicht wahrscheinlich", en: "not at all likely", es: "nada probable", fr: "pas du tout probable" },
      high: { ar: "محتمل جدًا", de: "sehr wahrscheinlich", en: "very likely", es: "muy probable", fr: "très probable" },
    },
    {
      id: "q2", kind: "text", required: false,
      text: { ar: "ما السبب الأهم لذلك؟", de: "Was ist der wichtigste Grund dafür?", en: "What is the main reason for that?", es: "¿Cuál es la razón principal?", fr: "Quelle en est la raison principale ?" },
      hint: {
        ar: "يُرجى عدم ذكر ما قد يدل على شخصك.", de: "Bitte nennen Sie nichts, woran man Sie erkennen könnte.", en: "Please name nothing by which you could be recognised.",
        es: "Por favor, no mencione nada por lo que se le pudiera reconocer.", fr: "Merci de ne rien mentionner qui permettrait de vous reconnaître.",
      },
    },
  ],
  scores: [{ kind: "nps", name: { ar: "مؤشر التوصية", de: "Weiterempfehlung", en: "Recommendation", es: "Recomendación", fr: "Recommandation" }, questions: ["q1"] }],
};
