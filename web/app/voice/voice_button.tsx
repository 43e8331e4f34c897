/** The way to a voice message; what records it is fetched when it is first wanted. */
import type { FunctionComponent } from "preact";
import { useState } from "preact/hooks";
import type { Id } from "../../core/api.ts";
import { t } from "../i18n.ts";

type Recording = FunctionComponent<{ readonly conversation: Id; readonly onClose: () => void }>;

export function VoiceButton({ conversation, onRefused }: { readonly conversation: Id; readonly onRefused: (code: string) => void }) {
  const [Loaded, setLoaded] = useState<Recording | undefined>(undefined);
  const [open, setOpen] = useState(false);
  const start = async () => {
    try {
      const { VoiceDialog } = await import("./voice_dialog.tsx");
      setLoaded(() => VoiceDialog);
      setOpen(true);
    } catch {
      onRefused("offline");
    }
  };
  return <>
    <button type="button" class="button button-quiet composer-send" aria-label={t("voice-message")} aria-haspopup="dialog" onClick={() => void start()}>
      <svg class="sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M12 4a2.5 2.5 0 0 1 2.5 2.5v5a2.5 2.5 0 0 1-5 0v-5A2.5 2.5 0 0 1 12 4zM6.5 11.5a5.5 5.5 0 0 0 11 0M12 17v3.5" /></svg>
    </button>
    {open && Loaded && <Loaded conversation={conversation} onClose={() => setOpen(false)} />}
  </>;
}
