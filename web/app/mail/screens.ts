/** The screens of e-mail, loaded when they are first needed. */
import { later } from "../kit/later.tsx";

export const MailPart = later(() => import("./loaded.ts").then((each) => each.MailPart));
export const MailTest = later(() => import("./loaded.ts").then((each) => each.MailTest));
