/** The screens of live sessions, loaded when they are first needed. */
import { later } from "../kit/later.tsx";

const screens = () => import("./loaded.ts");

export const LiveHead = later(() => screens().then((each) => each.LiveHead));
export const Closing = later(() => screens().then((each) => each.Closing));
export const Propose = later(() => screens().then((each) => each.Propose));
