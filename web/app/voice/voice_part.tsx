/** A voice message that was said: listened to; saved, where this browser cannot play it. */
import type { Voice } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { Fetching, FileCard, type FileProps } from "../conversation/sent_file.tsx";
import { core } from "../state.ts";
import { clockText, Player } from "./player.tsx";

export function VoicePart({ voice, ...props }: FileProps & { readonly voice: Voice }) {
  const { conversation, message } = props;
  return <Player voice={voice} label={t("voice-of", { whole: clockText(voice.ms / 1_000) })} sound={() => core.attachment(conversation, message)}
    meanwhile={<Fetching message={message} name={t("voice-message")} />} unplayable={<FileCard {...props} />} />;
}
