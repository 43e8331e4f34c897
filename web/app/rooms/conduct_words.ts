/** What a moderator changed, as it is told in the room. */
import type { RoomItem } from "../../core/api.ts";
import { t } from "../i18n.ts";

export function conductWords({ what, on, name = "", title = "", seconds = 0 }: Extract<RoomItem, { kind: "conduct" }>): string {
  switch (what) {
    case "slow": return on ? t("room-now-slow", { seconds }) : t("room-now-slow-off");
    case "review": return t(on ? "room-now-review" : "room-now-review-off");
    case "queue": return t(on ? "room-now-queue" : "room-now-queue-off");
    case "floor": return t("room-now-floor", { name });
    case "pinned": return t("room-now-pinned", { name });
    case "running": return t("room-now-running", { title });
    case "check": return t("room-now-check");
    case "mood": return t("room-now-mood");
    case "help": return t(on ? "room-now-help" : "room-now-help-off");
  }
}
