/** Who is in the demonstration and what they say. All of it is invented. */
import type { ConsentText, NewIntake, Practice, ProfileDraft } from "../../web/core/api.ts";
import type { Likeness } from "./portrait.ts";

export const PRACTICE: Practice = {
  name: "Lindenhof Counselling", languages: ["en", "de"], contactEmail: "hello@lindenhof.example", contactPhone: "+49 431 5550142",
  contactAddress: "Lindenhof Counselling\nAm Alten Hafen 7\n24103 Kiel", jurisdiction: "DE", emergencyNumber: "112",
  crisisLines: [
    { name: "TelefonSeelsorge", number: "0800 111 0 111", hours: "24/7", url: "https://www.telefonseelsorge.de" },
    { name: "TelefonSeelsorge", number: "116 123", hours: "24/7", url: "https://www.telefonseelsorge.de" },
  ],
  setUp: true,
};

interface Colleague {
  readonly pseudonym: string;
  readonly profile: ProfileDraft;
  readonly likeness: Likeness;
}

export const COLLEAGUES: readonly [Colleague, Colleague] = [
  {
    pseudonym: "Mara Lindqvist",
    profile: {
      displayName: "Mara Lindqvist", profession: "Psychological psychotherapist", registrationBody: "Chamber of Psychotherapists Schleswig-Holstein (invented entry)",
      registrationNumber: "SH-20417", modality: "Cognitive behavioural therapy", languages: ["en", "de", "sv"], specialities: ["sleep", "anxiety", "stress", "work"],
      about: "I work with people whose nights have become too long and whose days too fast. We start with what is in front of you and take small steps that you choose.\n\nI answer on working days, usually within a day.",
      accepting: true,
    },
    likeness: { background: [219, 238, 232], skin: [226, 178, 143], hair: [92, 62, 48], clothes: [23, 98, 87], longHair: true },
  },
  {
    pseudonym: "Joseph Adeyemi",
    profile: {
      displayName: "Joseph Adeyemi", profession: "Counsellor", registrationBody: "Counselling association (invented entry)", registrationNumber: "C-88213",
      modality: "Person-centred counselling", languages: ["en", "fr"], specialities: ["grief", "family", "migration", "relationships"],
      about: "Loss changes how everything else feels. I listen first, and I do not hurry anybody.\n\nI write in English and French, also in the evening.",
      accepting: true,
    },
    likeness: { background: [248, 226, 212], skin: [150, 101, 74], hair: [38, 30, 28], clothes: [150, 74, 44], longHair: false },
  },
];

export const CONSENT: Omit<ConsentText, "version" | "credentials"> = {
  language: "en",
  risksAndBenefits: "Writing about hard things can bring relief and a clearer view. It can also feel worse before it feels better. We speak about it when that happens, and you can stop at any time.",
  limitsOfConfidentiality: "What you write stays between us. The law obliges me to act without your consent if your life or somebody else's is in immediate danger, or if a child is being harmed. I would tell you first wherever that is possible.",
  responseTimes: "I read messages on working days and answer within one working day. I do not read at night, at weekends or on holidays, and I tell you before I am away.",
  technologyFailure: "If this site cannot be reached, what you wrote is kept on your device and sent later. If it stays away for more than a day, the practice's telephone is answered on working days from 9 to 12.",
  emergencies: "This is not a place for emergencies: nobody may be reading. Call 112, or a crisis line on the crisis page, which is open day and night.",
  fees: "The first two weeks are free. After that 60 euros a week, which we agree on before anything is owed.",
  recordKeeping: "I keep short professional notes for ten years, as the law asks. The conversation itself is kept on your account and mine, encrypted; of what is forgotten there I keep a sealed record for as long as my notes.",
  recordYears: 10,
};

export const HERON_INTAKE: NewIntake = {
  reason: "I have not slept through a night for about three months. At four I lie there and go through everything that could go wrong at work. I am so tired that I make mistakes, which makes it worse.",
  region: "Kiel, Germany", medical: "Mild asthma, a spray when needed. No other medication.", realName: "Hanna Example", emergencyContact: "My sister Ida, +49 431 5550199",
};
export const OTTER_INTAKE: NewIntake = { reason: "My father died in spring and I still cannot say it out loud. I would like to try writing.", region: "Lyon, France" };
export const FOX_INTAKE: NewIntake = { reason: "Panic on trains. I have started to walk everywhere, and my world gets smaller.", region: "Hamburg, Germany" };
export const ASKED_BACK = "Thank you for writing. So that I can tell whether I am the right person: have these attacks come before, and has a doctor looked at your heart?";

/** The longer conversation: what the client says, and what is answered. */
export const TALK: readonly (readonly ["client" | "practitioner", string])[] = [
  ["practitioner", "Good morning, and thank you for your trust. Three months is a long time to be this tired. I am glad that you wrote."],
  ["client", "Thank you for answering so soon. I rewrote my message four times before I sent it 🙈"],
  ["practitioner", "That is allowed here. Nothing has to be well put."],
  ["practitioner", "May I ask what the evenings look like, say from eight o'clock on?"],
  ["client", "I am mostly on the sofa with my laptop, finishing what I did not manage during the day. Then I watch something to come down. Bed around midnight."],
  ["client", "And then I lie awake anyway."],
  ["practitioner", "So your head is at work until shortly before midnight, and at four it goes back there."],
  ["client", "Put like that it sounds almost logical."],
  ["practitioner", "It often is. A worried mind does what it has practised. The good news is that it can practise something else."],
  ["client", "What would that be?"],
  ["practitioner", "Let us begin by looking, not by changing. For one week, would you note three things each morning: when you went to bed, when you woke, and one word for the first thought?\n\nA line on paper is enough. No clock-watching at night."],
  ["client", "I can do that."],
  ["client", "First entry: 00:15, 04:05, \"presentation\"."],
  ["practitioner", "Thank you. What did you do at 04:05?"],
  ["client", "Took the phone and read mails. I know."],
  ["practitioner", "No reproach from me. What does the phone give you at that moment?"],
  ["client", "The feeling that I am doing something about it. For ten minutes."],
  ["practitioner", "And after the ten minutes?"],
  ["client", "Wide awake and more afraid."],
  ["practitioner", "That is worth knowing. You found it yourself: it soothes for ten minutes and costs you the rest of the night."],
  ["client", "I put the phone in the kitchen yesterday. It was horrible and I slept until 05:30."],
  ["practitioner", "Both of these count. What made it horrible?"],
  ["client", "The quiet, I think. There was nothing between me and the thoughts."],
  ["practitioner", "Then let us give the thoughts a place before the night. Ten minutes at eight in the evening, with pen and paper: everything that worries you, one line each. Beside each line: what the next small step is, or \"not tonight\"."],
  ["client", "\"Not tonight\" is a nice answer. My boss would hate it."],
  ["practitioner", "Your boss need not read the list."],
  ["client", "😄 True."],
  ["client", "I tried it for four days. Two good nights, one middling, one bad. On the bad one I had skipped the list because I came home late."],
  ["practitioner", "Two good nights after three months. How does that feel?"],
  ["client", "Suspicious. As if it would be taken away again if I got used to it."],
  ["practitioner", "That is a very human thought. May we put it on the list, too?"],
  ["client", "Done. Next to it I wrote: not tonight."],
];
