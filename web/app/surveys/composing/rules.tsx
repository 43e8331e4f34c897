/** Whom a survey asks, from when to when, and what is shown of it from how many answers on. */
import type { Account, Profile, RoomView } from "../../../core/api.ts";
import { SMALLEST_LEAST, SMALLEST_MOST, type SurveyAudience, type SurveyDraft } from "../../../core/survey_api.ts";
import { t } from "../../i18n.ts";
import { Check, Radios, Select } from "../../kit/fields.tsx";
import { fieldId, Plain } from "./writing.tsx";

/** Among whom the owner may choose. */
export interface Choices {
  readonly account: Account;
  readonly profiles: readonly Profile[];
  readonly rooms: readonly RoomView[];
}

interface RulesProps {
  readonly draft: SurveyDraft;
  readonly onDraft: (draft: SurveyDraft) => void;
  readonly choices: Choices;
}

export function Rules(props: RulesProps) {
  const { draft, onDraft } = props;
  return <>
    <section class="card part" aria-labelledby={fieldId("audience")}>
      <h2 id={fieldId("audience")} class="h3" tabIndex={-1}>{t("survey-audience")}</h2>
      <Audience {...props} />
      <div class="pair">
        <Plain type="date" field="opens" label={t("survey-opens-on")} value={draft.opens} onValue={(opens) => onDraft({ ...draft, opens })} />
        <Plain type="date" field="closes" label={t("survey-closes-on")} value={draft.closes} onValue={(closes) => onDraft({ ...draft, closes })} />
      </div>
      <p class="quiet">{t("survey-days-utc")}</p>
    </section>
    <section class="card part" aria-labelledby="survey-shown">
      <h2 id="survey-shown" class="h3">{t("survey-shown")}</h2>
      <Plain type="number" field="smallest" label={t("survey-smallest")} hint={t("survey-smallest-hint", { least: SMALLEST_LEAST })} min={SMALLEST_LEAST} max={SMALLEST_MOST}
        value={Number.isNaN(draft.smallest) ? "" : String(draft.smallest)} onValue={(value) => onDraft({ ...draft, smallest: value === "" ? Number.NaN : Number(value) })} />
      <Radios legend={t("survey-release")} value={draft.release} onValue={(release) => onDraft({ ...draft, release: release === "batches" ? "batches" : "close" })}
        options={(["close", "batches"] as const).map((value) => ({ value, text: t(`survey-release-${value}`), hint: t(`survey-release-${value}-hint`) }))} />
      <Check label={t("survey-results-public")} hint={t("survey-results-public-hint")} checked={draft.publicResults} onChecked={(publicResults) => onDraft({ ...draft, publicResults })} />
    </section>
  </>;
}

/** A steward asks for the practice, a practitioner those whom they see; anybody may give a link away. */
function offeredTo({ account, profiles, rooms }: Choices): readonly SurveyAudience["who"][] {
  const led = rooms.length > 0 ? (["room"] as const) : [];
  if (account.role !== "steward") return ["practitioner", ...led, "public"];
  return ["clients", ...(profiles.length > 0 ? (["practitioner"] as const) : []), "public"];
}

function Audience({ draft: { audience, ...draft }, onDraft, choices }: RulesProps) {
  const { account, profiles, rooms } = choices;
  const put = (next: SurveyAudience) => onDraft({ ...draft, audience: next });
  const choose = (who: string) => {
    switch (who) {
      case "practitioner": return put({ who, of: account.role === "steward" ? (profiles[0]?.accountId ?? "") : account.accountId });
      case "room": return put({ who, of: rooms[0]?.id ?? "" });
      case "public": return put({ who });
      default: return put({ who: "clients" });
    }
  };
  const text = (who: SurveyAudience["who"]): string => t(who === "practitioner" && account.role !== "steward" ? "survey-audience-own" : `survey-audience-${who}`);
  return <>
    <Radios legend={t("survey-audience-legend")} value={audience.who} onValue={choose} options={offeredTo(choices).map((value) => ({ value, text: text(value), hint: t(`survey-audience-${value}-hint`) }))} />
    {audience.who === "room" && <Select label={t("survey-audience-which-room")} value={audience.of} onValue={(of) => put({ who: "room", of })} options={rooms.map(({ id, face }) => ({ value: id, text: face.title }))} />}
    {audience.who === "practitioner" && account.role === "steward" && <Select label={t("survey-audience-which-practitioner")} value={audience.of} onValue={(of) => put({ who: "practitioner", of })} options={profiles.map(({ accountId, displayName }) => ({ value: accountId, text: displayName }))} />}
    {audience.who === "public" && <p class="notice notice-clay">{t("survey-audience-public-warning")}</p>}
  </>;
}
