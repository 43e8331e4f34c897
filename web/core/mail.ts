/**
 * E-mail that says, without content, that something is new. The address is sealed
 * here to the key that only the server's mailer holds (docs/protocol.md), so that
 * neither what takes the request nor the database sees it.
 */
import type { Core, MailChoice } from "./api.ts";
import { utf8 } from "./bytes.ts";
import type { Transport } from "./context.ts";
import { CoreError } from "./errors.ts";
import { MailState } from "./gen/alcove/v1/mail_pb.ts";
import { sealTo } from "./sealed.ts";

export type MailMethods = Pick<Core, "mail" | "setMail" | "confirmMail" | "removeMail" | "testMail">;

/** One address and nothing that a mail server could take for more; short enough that all are sealed to the same length. */
const ADDRESS = /^[^\s@<>"(),:;\\[\]\p{Cc}]+@[^\s@<>"(),:;\\[\]\p{Cc}]+\.[^\s@<>"(),:;\\[\]\p{Cc}]+$/u;
const LONGEST = 254;

const STATES: Readonly<Record<MailState, MailChoice["state"]>> = {
  [MailState.UNSPECIFIED]: "none",
  [MailState.ASKED]: "asked",
  [MailState.ON]: "on",
  [MailState.REFUSED]: "refused",
  [MailState.STOPPED]: "stopped",
};

export function createMail({ mail }: Transport): MailMethods {
  async function sealed(typed: string): Promise<Uint8Array> {
    const address = utf8(typed.trim());
    if (!ADDRESS.test(typed.trim()) || address.length > LONGEST) throw new CoreError("mail_address_invalid");
    const { recipient } = await mail.getMail({});
    return sealTo(recipient, address);
  }

  return {
    async mail() {
      const { available, state, trouble } = await mail.getMail({});
      return { available, state: STATES[state], trouble };
    },
    async setMail(address, language) {
      await mail.setMail({ address: await sealed(address), language });
    },
    async confirmMail(code) {
      await mail.confirmMail({ code });
    },
    async removeMail() {
      await mail.removeMail({});
    },
    async testMail(address, language) {
      await mail.sendTestMail({ address: await sealed(address), language });
    },
  };
}
