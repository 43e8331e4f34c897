/** Coming by a link: what it is for, or that it is spent. */
import { t } from "../i18n.ts";
import { Action } from "../kit/form.tsx";
import { Link } from "../kit/link.tsx";
import { Screen, Waiting } from "../kit/screen.tsx";
import { useEffect, useState } from "preact/hooks";
import type { Role } from "../../core/api.ts";
import { errorText } from "../i18n.ts";
import { go, linkToken } from "../router.ts";
import { codeOf, core } from "../state.ts";
import { logOut } from "./hold.ts";
import { SignUp } from "./sign_up.tsx";

type Checked = { readonly role: Role } | { readonly refused: string } | undefined;

export function Invited() {
  const token = linkToken.value;
  const [checked, setChecked] = useState<Checked>(undefined);
  const check = async () => {
    const answer = await core.checkInvitation(token).then(({ role }) => ({ role }), (error: unknown) => ({ refused: codeOf(error) }));
    setChecked(answer);
  };
  useEffect(() => {
    setChecked(undefined);
    if (token) void check();
  }, [token]);
  if (!token) return <Spent code="link_incomplete" />;
  if (!checked) return <Waiting text={t("invitation-checking")} />;
  if ("role" in checked) return <SignUp role={checked.role} invitation={token} />;
  switch (checked.refused) {
    case "invitation_invalid":
    case "invalid_invitation": return <Spent code="invitation_invalid" />;
    default: return <Screen title={t("invitation-unchecked")}>
      <p class="notice notice-danger" role="alert">{errorText(checked.refused)}</p>
      <p class="actions"><Action kind="primary" run={check}>{t("try-again")}</Action></p>
    </Screen>;
  }
}

/** A link that leads nowhere: why, and what one can do. */
function Spent({ code }: { readonly code: string }) {
  const leave = (to: string) => () => {
    linkToken.value = "";
    go(to);
  };
  return <Screen title={t("link-spent-title")}>
    <p class="notice notice-danger" role="alert">{errorText(code)}</p>
    <h2 class="h3">{t("link-spent-what")}</h2>
    <ul class="points">
      <li>{t("link-spent-used")}</li>
      <li>{t("link-spent-ask")}</li>
      <li>{t("link-spent-client")} <Link to="/app/sign-up">{t("sign-up")}</Link></li>
    </ul>
    <p class="actions">
      <button type="button" class="button" onClick={leave("/app/log-in")}>{t("log-in")}</button>
      <a class="button button-quiet" href="/contact">{t("contact-practice")}</a>
    </p>
  </Screen>;
}

/** A link opened in a browser where somebody is logged in already. */
export function LinkWhileIn({ loginName, text }: { readonly loginName: string; readonly text: string }) {
  const stay = () => {
    linkToken.value = "";
    go("/app");
  };
  return <Screen title={t("invited-while-in-title")} lead={t(text, { name: loginName })}>
    <p class="actions">
      <Action kind="primary" run={logOut}>{t("log-out-and-go-on")}</Action>
      <button type="button" class="button button-quiet" onClick={stay}>{t("stay-logged-in")}</button>
    </p>
  </Screen>;
}
