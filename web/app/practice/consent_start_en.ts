/** The English starting text; see consent_start.ts. */
import type { ConsentDraft } from "./consent_start.ts";

export const consentStartEn: ConsentDraft = {
  language: "en",
  credentials: `I am [your profession and degree], registered with [name of the register or chamber] under number [registration number]. You can check this in its public register.

I work with [your approach, such as cognitive behavioural therapy]. For work by text I have [your training or experience in online therapy]. My work is supervised by [how your work is supervised]; there I never use anything that could tell who you are.`,
  risksAndBenefits: `Talking with somebody regularly can bring relief, help you understand what is happening and help you find ways to change it. Nobody can promise a particular result.

Therapy can also be hard. Painful memories and strong feelings may come up, and for a while you may feel worse before you feel better. Tell me when that happens, so that we can slow down.

In writing we do not see or hear each other, so misunderstandings are easier. Please ask when something I write troubles you, and I will do the same. If I come to think that you need more than writing can give, such as meeting in person, a doctor or a hospital, I will tell you and help you find it.

Taking part is your choice. You can ask questions, pause or stop at any time, without giving a reason.`,
  limitsOfConfidentiality: `What you tell me is confidential. Our conversation is encrypted on your device and on mine; the practice and its server cannot read it. You are known here by a pseudonym, and I do not know who you are unless you tell me.

There are limits. I may or must break confidentiality, as far as needed and no further, when
– there is a serious and immediate danger to your life or somebody else’s,
– a child or a person who cannot protect themselves is being harmed or is in danger,
– a court or a law requires it.
Where I work the law also requires: [what you are obliged to report under the law of your country, or “nothing beyond this”].

If it comes to that, I will tell you first whenever this is safe. I can only pass on what I know.

Some things you can tell under seal, such as medical information or an emergency contact. I open them only for a reason that I state, and you are shown that I did.`,
  responseTimes: `I read messages on [days of the week], usually between [hours and time zone], and answer within [number] working days. I do not see messages the moment you write them.

When I am away for longer, I tell you beforehand, and who you can turn to: [who stands in for you]. If you do not hear from me within [number] days, please write again or use the contact page of the practice.`,
  technologyFailure: `Connections fail at times. Messages you write while offline are kept on your device and sent later; the marks beside them show what arrived. If the service is down for more than a day, look at the contact page of the practice: [how you will be reachable in that case].

Keep your passphrase and your recovery code in a safe place. If both are lost, nobody can restore your account, and our conversation is lost to you. If you believe that somebody else has used your account or your device, tell me, or end all other sessions in the settings.`,
  emergencies: `This is not a service for emergencies, and I cannot send help: I usually know neither your name nor where you are.

If your life or somebody else’s is in danger, call the emergency number of your country at once, in most of Europe 112. “Help in a crisis” at the top of every page lists people who answer day and night.

If I become worried about your safety, I will ask you directly and we will make a plan for your safety together. An emergency contact, if you gave one, I use only when there is a serious and immediate danger.`,
  fees: `[What a session or a month costs, and in which currency – or “Talking with me is free of charge”.]

[How and when it is paid, and what happens when an appointment is missed.] I tell you about any change at least [number] weeks beforehand; it holds only for what comes after.`,
  recordKeeping: `Our conversation and what you tell at the start are kept encrypted; you and I can read them. Besides them I keep [what notes you keep, and where].

By the rules of my profession I keep records for [number] years after we end, and then destroy them. You may ask to see what I have noted about you, to have mistakes corrected and, as far as the law allows, to have it deleted.

If you delete your account, your keys are destroyed and your copy of the conversation with them; what I have to keep by law stays with me. If I die or can no longer work, [who is your professional executor] takes care of my records, bound to the same confidentiality.`,
};
