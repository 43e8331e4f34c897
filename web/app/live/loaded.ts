/** One chunk for all screens of live sessions. */
export { Closing } from "./closing.tsx";
export { LiveHead } from "./live_head.tsx";
export { Propose } from "./propose.tsx";
