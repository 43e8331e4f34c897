/** What a notice says to the one who reads it, on a screen or in a file taken along. */
import type { Notice, Person } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { disappearsAfter, keptFor } from "./keeping_words.ts";

export interface NoticeWords {
  readonly text: string;
  /** What somebody wrote with it. */
  readonly quote?: string;
}

/** The side of the conversation one reads it from decides the words. */
export function noticeWords(notice: Notice, peer: Person): NoticeWords {
  const name = peer.displayName;
  const side = peer.role === "client" ? "practitioner" : "client";
  switch (notice.type) {
    case "vouched":
    case "continued":
    case "objected":
    case "requested":
    case "asked-back":
    case "accepted":
      return { text: t(`notice-${notice.type}-${side}`, { name }) };
    case "consent-agreed":
    case "consent-revoked":
      return { text: t(`notice-${notice.type}-${side}`, { name, version: notice.version }) };
    case "code-word-proposed":
    case "device-added":
    case "device-removed":
    case "forget-asked":
    case "forgotten":
    case "ended": {
      const whose = notice.mine ? "mine" : "theirs";
      return { text: t(`notice-${notice.type}-${whose}`, { name }) };
    }
    case "live-started": {
      const whose = notice.mine ? "mine" : "theirs";
      return { text: t(`notice-live-started-${whose}`, { name, minutes: notice.minutes }) };
    }
    case "live-began":
      return { text: t("notice-live-began") };
    case "live-changed":
      return { text: t("notice-live-changed", { minutes: notice.minutes }) };
    case "live-ended": {
      const whose = notice.mine ? "mine" : "theirs";
      return { text: t(`notice-live-${notice.how}-${whose}`, { name }) };
    }
    case "live-kept": {
      const whose = notice.mine ? "mine" : "theirs";
      return notice.text === "" ? { text: t(`notice-live-unkept-${whose}`, { name }) } : { text: t(`notice-live-kept-${whose}`, { name }), quote: notice.text };
    }
    case "retention": {
      const whose = notice.mine ? "mine" : "theirs";
      return { text: t(`notice-retention-${whose}`, { name, time: keptFor(notice.days) }) };
    }
    case "disappear": {
      const whose = notice.mine ? "mine" : "theirs";
      return { text: notice.seconds === 0 ? t(`notice-disappear-off-${whose}`, { name }) : t(`notice-disappear-${whose}`, { name, time: disappearsAfter(notice.seconds) }) };
    }
    case "code-word-agreed":
    case "account-deleted":
    case "unreadable":
    case "unknown":
      return { text: t(`notice-${notice.type}`, { name }) };
    case "sealed-opened":
      return { text: t(`notice-sealed-opened-${side}`, { name, part: t(`sealed-${notice.part}`) }), quote: notice.reason };
    case "declined":
      return { text: t(`notice-declined-${side}`, { name }), quote: notice.text };
    case "referred":
      return { text: t(`notice-referred-${side}`, { name, to: notice.toName }), quote: notice.text };
  }
}
