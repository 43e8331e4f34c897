/** Entry of a bundle in which the client's encryption is switched off (leak_bundle.ts): who sends plain words to the real server. */
export { sweptCore } from "./browser.ts";
export { playTalkAlone } from "./story_talk.ts";
