/** The French starting text; see consent_start.ts. */
import type { ConsentDraft } from "./consent_start.ts";

export const consentStartFr: ConsentDraft = {
  language: "fr",
  credentials: `J’exerce comme [votre profession et votre diplôme], avec une inscription auprès de [nom de l’ordre ou du registre] sous le numéro [numéro d’inscription]. Vous pouvez le vérifier publiquement auprès de cet organisme.

Je travaille avec [votre approche, par exemple la thérapie cognitive et comportementale]. Pour le travail par écrit, je m’appuie sur [votre formation ou expérience en thérapie en ligne]. Mon travail est supervisé : [comment il l’est] ; je n’y dis jamais rien qui permettrait de vous reconnaître.`,
  risksAndBenefits: `Parler régulièrement avec quelqu’un peut soulager, aider à comprendre ce qui se passe et à trouver comment le changer. Personne ne peut promettre un résultat précis.

Une thérapie peut aussi être difficile. Des souvenirs douloureux et des émotions fortes peuvent surgir, et vous pouvez vous sentir moins bien pendant un temps avant d’aller mieux. Dites-le-moi quand cela arrive, pour que nous puissions ralentir.

À l’écrit, nous ne nous voyons pas et ne nous entendons pas ; les malentendus viennent plus facilement. Posez la question quand quelque chose que j’écris vous trouble, je ferai de même. S’il me semble que vous avez besoin de plus que ce que l’écrit peut donner, comme se voir en personne, une aide médicale ou un hôpital, je vous le dirai et vous aiderai à le trouver.

Participer est votre choix. Vous pouvez poser des questions, faire une pause ou arrêter à tout moment, sans donner de raison.`,
  limitsOfConfidentiality: `Ce que vous me dites est confidentiel. Notre conversation est chiffrée sur votre appareil et sur le mien ; le cabinet et son serveur ne peuvent pas la lire. On vous connaît ici par un pseudonyme, et je ne sais pas qui vous êtes tant que vous ne me le dites pas.

Il y a des limites. Je peux ou dois rompre la confidentialité, autant que nécessaire et pas davantage, quand
– votre vie ou celle de quelqu’un d’autre est gravement et immédiatement en danger,
– un enfant ou une personne qui ne peut pas se protéger subit des violences ou risque d’en subir,
– un tribunal ou une loi l’exige.
Là où j’exerce, la loi exige aussi : [ce que vous devez signaler selon la loi de votre pays, ou « rien de plus »].

Si cela arrive, je vous le dirai avant, chaque fois que cela ne met personne en danger. Je ne peux transmettre que ce que je sais.

Vous pouvez confier certaines choses sous scellé, comme des informations médicales ou un contact en cas d’urgence. Je ne les ouvre que pour une raison que je donne, et vous voyez que je l’ai fait.`,
  responseTimes: `Je lis les messages [jours de la semaine], en général entre [heures et fuseau horaire], et je réponds sous [nombre] jours ouvrés. Je ne vois pas vos messages au moment où vous les écrivez.

Si je m’absente plus longtemps, je vous le dis avant, et aussi à qui vous adresser : [qui vous remplace]. Si vous n’avez pas de mes nouvelles pendant [nombre] jours, écrivez encore une fois ou passez par la page de contact du cabinet.`,
  technologyFailure: `Il arrive que la connexion tombe. Les messages que vous écrivez hors ligne sont gardés sur votre appareil et envoyés plus tard ; les signes à côté montrent ce qui est arrivé. Si le service est indisponible plus d’un jour, regardez la page de contact du cabinet : [comment vous joindre dans ce cas].

Gardez votre phrase de passe et votre code de récupération en lieu sûr. Si les deux sont perdus, personne ne peut rétablir votre compte, et notre conversation est perdue pour vous. Si vous pensez que quelqu’un d’autre a utilisé votre compte ou votre appareil, dites-le-moi, ou mettez fin à toutes les autres sessions dans les réglages.`,
  emergencies: `Ceci n’est pas un service d’urgence, et je ne peux pas envoyer de secours : en général, je ne connais ni votre nom ni l’endroit où vous êtes.

Si votre vie ou celle de quelqu’un d’autre est en danger, appelez aussitôt le numéro d’urgence de votre pays, le 112 presque partout en Europe. « Aide en cas de crise », en haut de chaque page, mène à des personnes qui répondent jour et nuit.

Si je m’inquiète pour votre sécurité, je vous poserai la question directement et nous ferons ensemble un plan pour votre sécurité. Un contact en cas d’urgence, si vous en avez donné un, me sert seulement en cas de danger grave et immédiat.`,
  fees: `[Ce que coûte une séance ou un mois, et dans quelle monnaie, ou « Parler avec moi ne coûte rien ».]

[Comment et quand on paie, et ce qui se passe si un rendez-vous est manqué.] Je vous annonce tout changement au moins [nombre] semaines avant ; il ne vaut que pour la suite.`,
  recordKeeping: `Notre conversation et ce que vous dites au début sont gardés chiffrés ; vous et moi pouvons les lire. En plus, je conserve [quelles notes vous conservez, et où].

Selon les règles de ma profession, je conserve le dossier [nombre] ans après la fin, puis je le détruis. Vous pouvez demander à voir ce que j’ai noté à votre sujet, à faire corriger des erreurs et, autant que la loi le permet, à le faire supprimer.

Si vous supprimez votre compte, vos clés sont détruites et avec elles votre copie de la conversation ; ce que la loi m’oblige à garder reste chez moi. Si je meurs ou ne peux plus travailler, [la personne désignée pour cela] prend soin de mon dossier, avec la même obligation de confidentialité.`,
};
