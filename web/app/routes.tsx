/** Which screen is shown: first what has to be answered, then by session, role and path. */
import type { Account } from "../core/api.ts";
import { OneTimeCodes, SecondFactor, SecondFactorMissing, Settings } from "./account/screens.tsx";
import { ConversationScreen } from "./conversation/conversation_screen.tsx";
import { ListScreen } from "./conversation/list.tsx";
import { StartScreen } from "./conversation/start.tsx";
import { KeepRecoveryCode, LogIn, NewPassphrase, Recover, SignUp, Welcome } from "./entry/screens.tsx";
import { errorText, t } from "./i18n.ts";
import { Form } from "./kit/form.tsx";
import { Screen, Waiting } from "./kit/screen.tsx";
import { PeopleScreen } from "./practice/people.tsx";
import { PracticeScreen } from "./practice/practice_screen.tsx";
import { ProfileScreen } from "./practice/profile.tsx";
import { linkToken, path } from "./router.ts";
import { begin, newRecoveryCode, oneTimeCodes, otherTab, session, startFailure } from "./state.ts";

export function Current() {
  if (otherTab.value) return <OtherTab />;
  if (startFailure.value) return <DidNotStart code={startFailure.value} />;
  if (newRecoveryCode.value) return <KeepRecoveryCode {...newRecoveryCode.value} />;
  if (oneTimeCodes.value) return <OneTimeCodes codes={oneTimeCodes.value} />;
  const now = session.value;
  switch (now?.state) {
    case undefined: return <Waiting text={t("starting")} />;
    case "none": return <Outside />;
    case "expired": return path.value === "/app/recover" ? <Recover /> : <LogIn known={now.loginName} />;
    case "second-factor": return <SecondFactor />;
    case "second-factor-missing": return <SecondFactorMissing />;
    case "recovering": return <NewPassphrase loginName={now.loginName} />;
    case "ready": return <Inside account={now.account} />;
  }
}

function Outside() {
  switch (path.value) {
    case "/app/setup":
    case "/app/invitation": return <SignUp invited={linkToken.value !== ""} />;
    case "/app/sign-up": return <SignUp invited={false} />;
    case "/app/log-in": return <LogIn />;
    case "/app/recover": return <Recover />;
    default: return <Welcome />;
  }
}

function Inside({ account }: { readonly account: Account }) {
  if (path.value === "/app/settings") return <Settings account={account} />;
  const [, conversationId] = /^\/app\/conversations\/([0-9a-f]+)$/u.exec(path.value) ?? [];
  switch (account.role) {
    case "client":
      if (path.value.startsWith("/app/start")) return <StartScreen practitioner={path.value.split("/")[3]} />;
      break;
    case "practitioner":
      if (/^\/app\/profile(\/|$)/u.test(path.value)) return <ProfileScreen part={path.value.split("/")[3]} />;
      break;
    case "steward":
      return path.value === "/app/practice" ? <PracticeScreen /> : <PeopleScreen />;
  }
  return conversationId ? <ConversationScreen key={conversationId} id={conversationId} role={account.role} /> : <ListScreen role={account.role} />;
}

function OtherTab() {
  return <Screen title={t("other-tab-title")}><p>{t("other-tab-text")}</p><Form submit={t("take-over")} run={() => begin(true)} /></Screen>;
}

function DidNotStart({ code }: { readonly code: string }) {
  return <Screen title={t("failed-title")}><p class="notice notice-danger">{errorText(code)}</p></Screen>;
}
