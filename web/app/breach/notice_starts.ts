/**
 * What a notice may begin with, by language and sort of breach: kind, plain, true of
 * Alcove whatever happened. The steward changes what is otherwise here. [Brackets] are
 * what only they know.
 */
import type { BreachKind, NoticeWords } from "../../core/api.ts";
import type { Language } from "../i18n.ts";

type Start = Pick<NoticeWords, "means" | "did" | "can">;

const EN = {
  did: "We stopped it as soon as we knew. [What was done.] We tell the authority that watches over data protection, and we tell you.",
  can: "Choose a new passphrase, and log out browsers that you do not know. If you used the same passphrase elsewhere, change it there too. If you would rather pause, that is all right.",
};
const DE = {
  did: "Wir haben es aufgehalten, sobald wir davon wussten. [Was getan wurde.] Wir sagen es der Aufsichtsbehörde, und wir sagen es Ihnen.",
  can: "Wählen Sie eine neue Passphrase und melden Sie Browser ab, die Sie nicht kennen. Wenn Sie dieselbe Passphrase anderswo benutzen, ändern Sie sie auch dort. Wenn Sie lieber eine Pause machen, ist das in Ordnung.",
};
const ES = {
  did: "Lo detuvimos en cuanto lo supimos. [Qué se hizo.] Avisamos a la autoridad de protección de datos, y se lo decimos a usted.",
  can: "Elija una frase de contraseña nueva y cierre la sesión en los navegadores que no conozca. Si usa la misma frase en otro sitio, cámbiela también allí. Si prefiere hacer una pausa, está bien.",
};
const FR = {
  did: "Nous l’avons arrêté dès que nous l’avons su. [Ce qui a été fait.] Nous prévenons l’autorité de protection des données, et nous vous le disons.",
  can: "Choisissez une nouvelle phrase de passe, et déconnectez les navigateurs que vous ne connaissez pas. Si vous l’utilisez aussi ailleurs, changez-la là aussi. Si vous préférez faire une pause, c’est très bien.",
};
const AR = {
  did: "أوقفنا الأمر فور علمنا به. [ما الذي فُعل.] نبلغ سلطة حماية البيانات، ونقول ذلك هنا.",
  can: "يُنصح باختيار عبارة مرور جديدة، وتسجيل الخروج من المتصفحات غير المعروفة. وإن كانت العبارة نفسها مستعملة في مكان آخر فيُنصح بتغييرها هناك أيضًا. ولا بأس بأخذ وقت للراحة.",
};

export const NOTICE_STARTS: Readonly<Record<Language, Readonly<Record<BreachKind, Start>>>> = {
  en: {
    intruder: { ...EN, means: "What you said in conversations is encrypted between you and your practitioner: whoever has a copy of the server cannot read it. They may learn that an account exists and when it was used, not your name. [What else may be known.]" },
    acquaintance: {
      ...EN, means: "Somebody you may know learnt something that you told in confidence. [What, as far as we know.] It may be that they speak to you about it, or to others.",
      can: "If you are not safe, call the emergency number or one of the numbers below first. You owe nobody an answer about what they read. If somebody has your device or your passphrase, use another device, choose a new passphrase there, and log the others out. Tell your practitioner what you need.",
    },
    mistake: { ...EN, means: "Something that was meant for you, or about you, reached another person. [What, and whom.] We asked them to delete it and to tell nobody." },
    lost: { ...EN, means: "Something that may concern you was lost. [What was on it, and how it was locked.] We do not know whether anybody found it or can read it." },
  },
  de: {
    intruder: { ...DE, means: "Was Sie in Gesprächen gesagt haben, ist zwischen Ihnen und Ihrer Fachperson verschlüsselt: Wer eine Kopie des Servers hat, kann es nicht lesen. Zu erfahren ist vielleicht, dass es ein Konto gibt und wann es benutzt wurde, nicht Ihr Name. [Was sonst bekannt sein könnte.]" },
    acquaintance: {
      ...DE, means: "Jemand, den Sie vielleicht kennen, hat etwas erfahren, das Sie vertraulich gesagt haben. [Was, soweit wir wissen.] Es kann sein, dass Sie darauf angesprochen werden, oder andere.",
      can: "Wenn Sie nicht in Sicherheit sind, rufen Sie zuerst den Notruf oder eine der Nummern unten an. Sie schulden niemandem eine Antwort auf das, was gelesen wurde. Wenn jemand Ihr Gerät oder Ihre Passphrase hat, nehmen Sie ein anderes Gerät, wählen dort eine neue Passphrase und melden die anderen ab. Sagen Sie Ihrer Fachperson, was Sie brauchen.",
    },
    mistake: { ...DE, means: "Etwas, das für Sie bestimmt war oder Sie betrifft, kam bei einer anderen Person an. [Was, und bei wem.] Wir haben darum gebeten, es zu löschen und niemandem davon zu erzählen." },
    lost: { ...DE, means: "Etwas, das Sie betreffen könnte, ging verloren. [Was darauf war, und wie es gesperrt war.] Wir wissen nicht, ob es jemand gefunden hat oder lesen kann." },
  },
  es: {
    intruder: { ...ES, means: "Lo que dijo en las conversaciones está cifrado entre usted y su profesional: quien tenga una copia del servidor no puede leerlo. Quizá sepa que existe una cuenta y cuándo se usó, no su nombre. [Qué más podría saberse.]" },
    acquaintance: {
      ...ES, means: "Alguien a quien quizá conoce supo algo que usted dijo en confianza. [Qué, hasta donde sabemos.] Puede que le hable de ello, o que hable con otras personas.",
      can: "Si no está a salvo, llame primero al número de emergencias o a uno de los números de abajo. No le debe a nadie una respuesta sobre lo que leyó. Si alguien tiene su dispositivo o su frase de contraseña, use otro dispositivo, elija allí una frase nueva y cierre la sesión en los demás. Dígale a su profesional qué necesita.",
    },
    mistake: { ...ES, means: "Algo que era para usted, o sobre usted, llegó a otra persona. [Qué, y a quién.] Le pedimos que lo borrara y que no se lo dijera a nadie." },
    lost: { ...ES, means: "Se perdió algo que puede afectarle. [Qué contenía y cómo estaba bloqueado.] No sabemos si alguien lo encontró o puede leerlo." },
  },
  fr: {
    intruder: { ...FR, means: "Ce que vous avez dit dans les conversations est chiffré entre vous et votre thérapeute : qui a une copie du serveur ne peut pas le lire. On peut savoir qu’un compte existe et quand il a servi, pas votre nom. [Ce qui pourrait être connu d’autre.]" },
    acquaintance: {
      ...FR, means: "Quelqu’un que vous connaissez peut-être a appris une chose que vous aviez dite en confiance. [Quoi, pour autant que nous le sachions.] Il se peut qu’on vous en parle, ou qu’on en parle à d’autres.",
      can: "Si vous n’êtes pas en sécurité, appelez d’abord le numéro d’urgence ou l’un des numéros ci-dessous. Vous ne devez à personne de réponse sur ce qui a été lu. Si quelqu’un a votre appareil ou votre phrase de passe, prenez un autre appareil, choisissez-y une nouvelle phrase et déconnectez les autres. Dites à votre thérapeute ce dont vous avez besoin.",
    },
    mistake: { ...FR, means: "Une chose qui vous était destinée, ou qui parle de vous, est arrivée chez une autre personne. [Quoi, et chez qui.] Nous lui avons demandé de l’effacer et de n’en parler à personne." },
    lost: { ...FR, means: "Une chose qui peut vous concerner a été perdue. [Ce qu’elle contenait, et comment elle était verrouillée.] Nous ne savons pas si quelqu’un l’a trouvée ou peut la lire." },
  },
  ar: {
    intruder: { ...AR, means: "ما قيل في المحادثات مشفّر بينك وبين المختص: من لديه نسخة من الخادم لا يستطيع قراءته. قد يُعرف وجود حساب ووقت استعماله، لا الاسم. [ما قد يُعرف غير ذلك.]" },
    acquaintance: {
      ...AR, means: "عرف شخص ربما من معارفك شيئًا قيل بسرّية. [ما هو، بقدر ما نعلم.] قد يتحدث عنه معك أو مع آخرين.",
      can: "عند عدم الشعور بالأمان، الأولى الاتصال أولًا برقم الطوارئ أو بأحد الأرقام في الأسفل. لا أحد له حق في جواب عما قرأه. وإن كان الجهاز أو عبارة المرور لدى أحدهم، فيُنصح باستعمال جهاز آخر واختيار عبارة مرور جديدة فيه وتسجيل الخروج من الأجهزة الأخرى. ويمكن قول ما يلزم للمختص.",
    },
    mistake: { ...AR, means: "وصل إلى شخص آخر شيء كان لك أو عنك. [ما هو، وإلى من.] طلبنا حذفه وعدم إخبار أحد به." },
    lost: { ...AR, means: "ضاع شيء قد يعنيك. [ما كان فيه، وكيف كان مقفلًا.] لا نعلم إن كان أحد قد وجده أو يستطيع قراءته." },
  },
};
