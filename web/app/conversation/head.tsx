/** Who one talks with, and the way to everything about the conversation. */
import type { ConversationSummary } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { Face } from "../kit/face.tsx";
import { Link } from "../kit/link.tsx";
import { useTitle } from "../kit/screen.tsx";
import { SearchSign } from "./search_sign.tsx";

export function Head({ summary, onDetails, onSearch, onLive }: { readonly summary: ConversationSummary; readonly onDetails: () => void; readonly onSearch: () => void; readonly onLive: (() => void) | undefined }) {
  // The name is on the screen; the title of the window can be read from afar.
  const heading = useTitle(t("conversation-title"));
  const { peer, compared } = summary;
  return <header class="talk-head">
    <Link class="icon-button talk-back" to="/app" label={t("list-title")}><BackArrow /></Link>
    <Face size="small" name={peer.displayName} photoOf={peer.role === "practitioner" ? peer.accountId : undefined} />
    <div class="talk-with">
      <h1 id="talk-with" class="h3" tabIndex={-1} ref={heading}><bdi>{peer.displayName}</bdi></h1>
      <p class="quiet">{t(compared ? "private-compared" : "private")}</p>
    </div>
    {onLive && <button type="button" class="icon-button" aria-label={t("live-propose")} aria-haspopup="dialog" onClick={onLive}><LiveSign /></button>}
    <button type="button" class="icon-button" aria-label={t("search")} aria-haspopup="dialog" onClick={onSearch}><SearchSign /></button>
    <button type="button" class="button button-quiet button-small talk-details" aria-haspopup="dialog" onClick={onDetails}><DetailsSign /><span>{t("details")}</span></button>
  </header>;
}

/** Two chairs. */
const LiveSign = () => <svg class="sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M4 5v14M4 12h5v7M20 5v14M20 12h-5v7" /></svg>;
const DetailsSign = () => <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M12 3a9 9 0 1 0 .01 0M12 11v6M12 7.5v.01" /></svg>;
const BackArrow = () => <svg class="turns" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M15 5l-7 7 7 7" /></svg>;
