/** One chunk for all screens of e-mail. */
export { MailPart } from "./mail_part.tsx";
export { MailTest } from "./mail_test.tsx";
