/** The page: the frame and, by session and path, one screen. */
import { render } from "preact";
import { OneTimeCodes, SecondFactor, SecondFactorMissing, Settings } from "./account_screens.tsx";
import { Screen, Work } from "./components.tsx";
import { KeepRecoveryCode, LogIn, NewPassphrase, Recover, SignUp, Welcome } from "./entry_screens.tsx";
import { Frame } from "./frame.tsx";
import { errorText, preferredLanguage, setLanguage, t } from "./i18n.ts";
import { linkToken, path } from "./router.ts";
import { begin, newRecoveryCode, oneTimeCodes, otherTab, session, startFailure } from "./state.ts";
import "./styles/base.css";

function Outside() {
  switch (path.value) {
    case "/app/setup":
    case "/app/invitation": return linkToken.value ? <SignUp invited /> : <Welcome />;
    case "/app/sign-up": return <SignUp invited={false} />;
    case "/app/log-in": return <LogIn />;
    case "/app/recover": return <Recover />;
    default: return <Welcome />;
  }
}

function Current() {
  if (otherTab.value) return <Screen title={t("other-tab-title")}><p>{t("other-tab-text")}</p><Work submit={t("take-over")} run={() => begin(true)} /></Screen>;
  if (startFailure.value) return <Screen title={t("failed-title")}><p class="notice danger">{errorText(startFailure.value)}</p></Screen>;
  if (newRecoveryCode.value) return <KeepRecoveryCode {...newRecoveryCode.value} />;
  if (oneTimeCodes.value) return <OneTimeCodes codes={oneTimeCodes.value} />;
  const now = session.value;
  switch (now?.state) {
    case undefined: return <p role="status">{t("starting")}</p>;
    case "none": return <Outside />;
    case "expired": return path.value === "/app/recover" ? <Recover /> : <LogIn known={now.loginName} />;
    case "second-factor": return <SecondFactor />;
    case "second-factor-missing": return <SecondFactorMissing />;
    case "recovering": return <NewPassphrase loginName={now.loginName} />;
    case "ready": return <Settings account={now.account} />;
  }
}

await setLanguage(preferredLanguage());
render(<Frame><Current /></Frame>, document.getElementById("app")!);
await begin(false);
