/** Steward: the register of breaches, and what can be done at once. */
import { useState } from "preact/hooks";
import type { BreachEntry, BreachRegister } from "../../core/api.ts";
import { useFresh } from "../account/fresh.tsx";
import { dateText, t } from "../i18n.ts";
import { Confirm } from "../kit/confirm.tsx";
import { Fetched } from "../kit/fetched.tsx";
import { Link } from "../kit/link.tsx";
import { Empty, Screen } from "../kit/screen.tsx";
import { core } from "../state.ts";
import { Entry } from "./entry.tsx";
import { Rekey } from "./rekey.tsx";
import { ServerKeys } from "./server_keys.tsx";

/** `entry`: the one that is open, or "new". */
export function Register({ entry }: { readonly entry?: string }) {
  return <Fetched key={entry} from={() => core.breachRegister()}>{(register, change) => entry
    ? <Entry key={entry} id={entry} register={register} onChanged={async () => change(await core.breachRegister())} />
    : <List register={register} change={change} />}</Fetched>;
}

function List({ register, change }: { readonly register: BreachRegister; readonly change: (register: BreachRegister) => void }) {
  return <Screen title={t("breach-title")} lead={t("breach-lead")} back={{ to: "/app/practice", text: t("practice-title") }}>
    <section class="card part" aria-labelledby="breach-first">
      <h2 id="breach-first" class="h3">{t("breach-first-title")}</h2>
      <ol class="points">{["breathe", "stop", "write", "tell"].map((step) => <li key={step}>{t(`breach-first-${step}`)}</li>)}</ol>
      <p class="actions"><Link class="button" to="/app/practice/breaches/new">{t("breach-new")}</Link></p>
    </section>
    <section class="card part" aria-labelledby="breach-entries">
      <h2 id="breach-entries" class="h3">{t("breach-entries")}</h2>
      {register.entries.length === 0 ? <Empty title={t("breach-none")} text={t("breach-none-text")} /> : <ul class="rows">{register.entries.map((entry) => <Row key={entry.id} entry={entry} />)}</ul>}
      <p class="quiet">{t("breach-readers", { count: register.readers })}</p>
    </section>
    <Answers register={register} change={change} />
  </Screen>;
}

function Row({ entry: { id, breach } }: { readonly entry: BreachEntry }) {
  return <li><div class="row-text">
    {breach ? <Link to={`/app/practice/breaches/${id}`}>{breach.title}</Link> : <strong>{t("breach-unreadable")}</strong>}
    {breach && <span class="quiet">{t("breach-aware-on", { date: dateText(breach.awareAt) })}</span>}
  </div></li>;
}

/** What stops more from happening. Each says what it does before it is done. */
function Answers({ register, change }: { readonly register: BreachRegister; readonly change: (register: BreachRegister) => void }) {
  const [asking, setAsking] = useState<"end" | "freeze" | undefined>(undefined);
  const [ended, setEnded] = useState<number | undefined>(undefined);
  const { proving, question } = useFresh("steward");
  const { frozen } = register;
  const freeze = async () => {
    await core.freezeSignUps(!frozen);
    change(await core.breachRegister());
  };
  return <section class="card part" aria-labelledby="breach-answers">
    <h2 id="breach-answers" class="h3">{t("breach-answers")}</h2>
    <p>{t("breach-answers-text")}</p>
    <h3>{t("breach-end-title")}</h3>
    <p>{t("breach-end-text")}</p>
    <p class="actions"><button type="button" class="button button-quiet" onClick={() => { setEnded(undefined); setAsking("end"); }}>{t("breach-end")}</button></p>
    <p role="status" class="form-status">{ended === undefined ? "" : t("breach-ended", { count: ended })}</p>
    <h3>{t("breach-freeze-title")}</h3>
    <p>{t(frozen ? "breach-frozen-text" : "breach-freeze-text")}</p>
    <p class="actions"><button type="button" class="button button-quiet" onClick={() => setAsking("freeze")}>{t(frozen ? "breach-thaw" : "breach-freeze")}</button></p>
    <Rekey register={register} change={change} proving={proving} />
    <ServerKeys proving={proving} />
    <h3>{t("breach-server-title")}</h3>
    <p>{t("breach-server-text")}</p>
    {asking === "end" && <Confirm title={t("breach-end-ask")} text={t("breach-end-ask-text")} submit={t("breach-end")} run={async () => setEnded(await proving(() => core.endEverySession()))} onClose={() => setAsking(undefined)} />}
    {asking === "freeze" && <Confirm title={t(frozen ? "breach-thaw-ask" : "breach-freeze-ask")} text={t(frozen ? "breach-thaw-ask-text" : "breach-freeze-ask-text")} submit={t(frozen ? "breach-thaw" : "breach-freeze")} run={freeze} onClose={() => setAsking(undefined)} />}
    {question}
  </section>;
}
