/** What stays around every screen: help in a crisis, the way out, the practice, where one can go. */
import { type ComponentChildren, Fragment } from "preact";
import type { Role } from "../core/api.ts";
import { inside } from "./entry/hold.ts";
import { language, numberText, t } from "./i18n.ts";
import { LanguageChoice } from "./kit/language_choice.tsx";
import { Leave } from "./kit/leave.tsx";
import { later } from "./kit/later.tsx";
import { Link } from "./kit/link.tsx";
import { LiveElsewhere } from "./live/live_line.tsx";
import { sitting } from "./live/sitting.ts";
import { hasLock, lockNow } from "./nearby/lock.ts";
import { newer, strange } from "./reach/begin.ts";
import { path } from "./router.ts";
import { access, connection, conversations, keylogAlarm, practiceName, roomOpen, session, told, unreadInRooms } from "./state.ts";

const KeylogBar = later(async () => (await import("./keylog/loaded.ts")).load());
const AccessBar = later(async () => (await import("./access/loaded.ts")).loadBar(), true);
const PolicyWatch = later(async () => (await import("./policy/watch.tsx")).PolicyWatch, true);
const StrangeBar = later(async () => (await import("./reach/newer_bar.tsx")).StrangeBar);
const TellBar = later(async () => (await import("./breach/loaded.ts")).loadTellBar(), true);
const NewerBar = later(async () => (await import("./reach/newer_bar.tsx")).NewerBar);

interface Place { readonly to: string; readonly text: string; readonly count?: number }

function places(role: Role): readonly Place[] {
  const settings = { to: "/app/settings", text: t("nav-settings") };
  const talks = { to: "/app", text: t("nav-conversations"), count: conversations.value.reduce((sum, c) => sum + c.unread, 0) };
  const groups = { to: "/app/rooms", text: t("nav-rooms"), count: unreadInRooms.value };
  const surveys = { to: "/app/surveys", text: t("nav-surveys") };
  switch (role) {
    case "client": return [talks, { to: "/app/start", text: t("nav-start") }, groups, settings];
    case "practitioner": return [talks, groups, { to: "/app/profile", text: t("nav-profile") }, surveys, settings];
    case "steward": return [{ to: "/app", text: t("nav-people") }, { to: "/app/practice", text: t("nav-practice") }, surveys, settings];
  }
}

function Places({ role }: { readonly role: Role }) {
  return <nav aria-label={t("nav-label")}><ul>
    {places(role).map(({ to, text, count }) => <li key={to}>
      <Link to={to} current={path.value === to || (to !== "/app" && path.value.startsWith(`${to}/`)) || (to === "/app" && path.value.startsWith("/app/conversations"))}>{text}{count ? <span class="count">{numberText(count)}<span class="visually-hidden"> {t("unread", { count })}</span></span> : null}</Link>
    </li>)}
  </ul></nav>;
}

export function Frame({ children }: { readonly children: ComponentChildren }) {
  const now = session.value;
  const inConversation = inside.value && now?.state === "ready" && (roomOpen.value || path.value.startsWith("/app/conversations/"));
  return <Fragment>
    <a class="skip" href="#main">{t("skip")}</a>
    <div class={["app", inConversation && "in-conversation", inConversation && sitting.value && "in-live"].filter(Boolean).join(" ")}>
      <nav class="strip" aria-label={t("help-label")}><div class="frame strip-row">
        <a class="strip-crisis" href={`/crisis?lang=${language.value}`} target="_blank" rel="noreferrer">{t("crisis")}</a>
        <Leave />
      </div></nav>
      <header class="bar"><div class="frame bar-row">
        <a class="brand" href={now?.state === "ready" ? "/app" : `/?lang=${language.value}`}>
          <svg class="brand-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false"><path class="pic-accent" d="M5 30V15a11 11 0 0 1 22 0v15z" /><path class="pic-glow" d="M11 30V16a5 5 0 0 1 10 0v14z" /></svg>
          <span>{practiceName.value}</span>
        </a>
        {inside.value && now?.state === "ready" && <Places role={now.account.role} />}
        {inside.value && hasLock.value && <button type="button" class="bar-lock" onClick={() => void lockNow()}>{t("lock-now")}</button>}
        <LanguageChoice />
      </div></header>
      <p role="status" class="connection">{now?.state === "ready" && connection.value !== "online" ? t(`connection-${connection.value}`) : ""}</p>
      {inside.value && now?.state === "ready" && <LiveElsewhere />}
      {keylogAlarm.value && <KeylogBar alarm={keylogAlarm.value} />}
      {inside.value && access.value && (access.value.alarm ?? access.value.open > 0) && <AccessBar now={access.value} />}
      {inside.value && told.value === "waiting" && <TellBar />}
      {strange.value ? <StrangeBar /> : newer.value && <NewerBar />}
      {inside.value && now?.state === "ready" && <PolicyWatch />}
      <main id="main" tabIndex={-1}>{children}</main>
    </div>
  </Fragment>;
}
