/** Which screen is shown: first what has to be answered, then by session, role and path. */
import { useEffect } from "preact/hooks";
import type { Account, SessionState } from "../core/api.ts";
import { OneTimeCodes } from "./account/one_time_codes.tsx";
import { CodesRemaining, SecondFactor, SecondFactorMissing } from "./account/second_factor.tsx";
import { ConversationScreen } from "./conversation/conversation_screen.tsx";
import { ListScreen } from "./conversation/list.tsx";
import { codesRemaining, held } from "./entry/hold.ts";
import { Invited, LinkWhileIn } from "./entry/invited.tsx";
import { KeepRecoveryCode } from "./entry/keep_code.tsx";
import { LogIn } from "./entry/log_in.tsx";
import { NewPassphrase, Recover } from "./entry/recover.tsx";
import { SignUp } from "./entry/sign_up.tsx";
import { DidNotStart, OtherTab } from "./entry/stopped.tsx";
import { Welcome } from "./entry/welcome.tsx";
import { t } from "./i18n.ts";
import { later } from "./kit/later.tsx";
import { Waiting } from "./kit/screen.tsx";
import { Locked } from "./nearby/locked.tsx";
import { Watched } from "./nearby/watched.tsx";
import { linkToken, path } from "./router.ts";
import { newRecoveryCode, oneTimeCodes, otherTab, session, startFailure, told } from "./state.ts";

const AccessScreen = later(async () => (await import("./access/loaded.ts")).loadScreen());
const HeldScreen = later(async () => (await import("./held/loaded.ts")).load());
const Told = later(async () => (await import("./breach/loaded.ts")).loadTold());
const ToldBefore = later(async () => (await import("./breach/loaded.ts")).loadToldBefore());
const Register = later(async () => (await import("./breach/loaded.ts")).loadRegister());
const ComeIn = later(async () => (await import("./linking/come_in.tsx")).ComeIn);
const PeopleScreen = later(async () => (await import("./practice/people.tsx")).PeopleScreen);
const PracticeScreen = later(async () => (await import("./practice/practice_screen.tsx")).PracticeScreen);
const StartScreen = later(async () => (await import("./start/loaded.ts")).load());
const Rooms = later(async () => (await import("./rooms/loaded.ts")).load());
const Settings = later(async () => (await import("./account/loaded.ts")).load());
const Surveys = later(async () => (await import("./surveys/surveys.tsx")).Surveys);
const ProfileScreen = later(async () => (await import("./practice/profile.tsx")).ProfileScreen);

export function Current() {
  if (otherTab.value) return <OtherTab />;
  if (startFailure.value) return <DidNotStart code={startFailure.value} />;
  if (held.value) return <Of now={held.value} />;
  if (newRecoveryCode.value) return <KeepRecoveryCode {...newRecoveryCode.value} />;
  if (oneTimeCodes.value) return <OneTimeCodes codes={oneTimeCodes.value} />;
  if (codesRemaining.value !== undefined) return <CodesRemaining remaining={codesRemaining.value} />;
  return <Of now={session.value} />;
}

function Of({ now }: { readonly now: SessionState | undefined }) {
  switch (now?.state) {
    case undefined: return <Waiting text={t("starting")} />;
    case "none": return <Outside />;
    case "locked": return <Closed closed={now} />;
    case "expired": return <Outside known={now.loginName} />;
    case "second-factor": return <SecondFactor />;
    case "second-factor-missing": return <SecondFactorMissing role={now.role} />;
    case "recovering": return <NewPassphrase loginName={now.loginName} />;
    case "ready": return <Inside account={now.account} />;
  }
}

/** `known`: whose session ended in this browser. */
function Outside({ known }: { readonly known?: string }) {
  if (path.value.startsWith("/app/s/")) return <Surveys />;
  switch (path.value) {
    case "/app/setup":
    case "/app/invitation": return <Invited />;
    case "/app/sign-up": return <SignUp role="client" />;
    case "/app/log-in": return <LogIn known={known} />;
    case "/app/recover": return <Recover />;
    case "/app/link": return <ComeIn />;
    case "/app/watched": return <Watched />;
    default: return known === undefined ? <Welcome /> : <LogIn known={known} />;
  }
}

/** The PIN or the passkey, or the ways around it. */
function Closed({ closed }: { readonly closed: Extract<SessionState, { readonly state: "locked" }> }) {
  switch (path.value) {
    case "/app/log-in": return <LogIn />;
    case "/app/recover": return <Recover />;
    case "/app/link": return <ComeIn />;
    default: return <Locked closed={closed} />;
  }
}

function Inside({ account }: { readonly account: Account }) {
  useEffect(() => { if (account.role !== "steward") void import("./breach/ask.ts").then(({ begin }) => begin(account.accountId), () => undefined); }, [account.accountId]);
  if (linkToken.value !== "" && /^\/app\/(setup|invitation|link)$/u.test(path.value)) return <LinkWhileIn loginName={account.loginName} text={path.value === "/app/link" ? "link-while-in-text" : "invited-while-in-text"} />;
  if (told.value === "first") return <Told />;
  if (path.value === "/app/settings/told") return <ToldBefore />;
  if (path.value === "/app/settings" || path.value === "/app/settings/passphrase") return <Settings account={account} passphrase={path.value.endsWith("/passphrase")} />;
  if (path.value === "/app/settings/access") return <AccessScreen />;
  if (path.value === "/app/settings/held") return <HeldScreen account={account} />;
  if (/^\/app\/s(urveys)?(\/|$)/u.test(path.value)) return <Surveys account={account} />;
  const [, conversationId] = /^\/app\/conversations\/([0-9a-f]+)$/u.exec(path.value) ?? [];
  switch (account.role) {
    case "client":
      if (path.value.startsWith("/app/start")) return <StartScreen practitioner={path.value.split("/")[3]} />;
      break;
    case "practitioner":
      if (/^\/app\/profile(\/|$)/u.test(path.value)) return <ProfileScreen part={path.value.split("/")[3]} />;
      break;
    case "steward":
      if (/^\/app\/rooms(\/|$)/u.test(path.value)) return <Rooms account={account} />;
      if (path.value.startsWith("/app/practice/breaches")) return <Register entry={path.value.split("/")[4]} />;
      return /^\/app\/practice(\/|$)/u.test(path.value) ? <PracticeScreen part={path.value.split("/")[3]} /> : <PeopleScreen />;
  }
  if (/^\/app\/rooms(\/|$)/u.test(path.value)) return <Rooms account={account} />;
  return conversationId ? <ConversationScreen key={conversationId} id={conversationId} /> : <ListScreen role={account.role} />;
}
