/** Client: whom to talk to. */
import { useRef, useState } from "preact/hooks";
import type { Profile } from "../../core/api.ts";
import { errorText, language, languageName, t } from "../i18n.ts";
import { Check, Select } from "../kit/fields.tsx";
import { Action } from "../kit/form.tsx";
import { Empty, Screen } from "../kit/screen.tsx";
import { Fetched } from "../kit/fetched.tsx";
import { go } from "../router.ts";
import { codeOf, core } from "../state.ts";
import { Choice } from "./choice.tsx";
import { type Filter, filter, FIRST_FILTER, languagesOf, matches, NO_FILTER, specialitiesOf } from "./filter.ts";
import { inTouchWith } from "./ongoing.ts";
import { stepPath } from "./steps.ts";

export function Choose() {
  return <Screen wide title={t("start-title")} lead={t("start-lead")}>
    <Fetched from={() => core.profiles()}>{(profiles) => (profiles.length === 0 ? <Nobody /> : <Choices profiles={profiles} />)}</Fetched>
  </Screen>;
}

function Nobody() {
  const there = `?lang=${language.value}`;
  return <Empty title={t("nobody-title")} text={t("nobody-text")}>
    <a class="button button-quiet" href={`/contact${there}`} target="_blank" rel="noreferrer">{t("contact-practice")}</a>
    <a class="button button-quiet" href={`/crisis${there}`} target="_blank" rel="noreferrer">{t("crisis")}</a>
  </Empty>;
}

/** With one practitioner alone there is nothing to narrow and nobody to be first. */
function Choices({ profiles }: { readonly profiles: readonly Profile[] }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const several = profiles.length > 1;
  const chosen = filter.value ?? FIRST_FILTER;
  const found = several ? profiles.filter((profile) => matches(profile, chosen)) : profiles;
  const showAll = () => {
    filter.value = NO_FILTER;
    heading.current?.focus();
  };
  return <>
    {several && <FirstAvailable key={chosen.language} language={chosen.language} />}
    <section aria-labelledby="choices-heading">
      <h2 id="choices-heading" tabIndex={-1} ref={heading}>{t("choices-title")}</h2>
      {several && <Filters profiles={profiles} chosen={chosen} />}
      {several && <p role="status" class="quiet">{t("choices-count", { count: found.length })}</p>}
      {found.length === 0
        ? <Empty title={t("nobody-fits-title")} text={t("nobody-fits-text")}><button type="button" class="button" onClick={showAll}>{t("show-all")}</button></Empty>
        : <ul class="choices">{found.map((profile) => <Choice key={profile.accountId} profile={profile} />)}</ul>}
    </section>
  </>;
}

function FirstAvailable({ language: wanted }: { readonly language: string }) {
  const [nobody, setNobody] = useState(false);
  const run = async () => {
    setNobody(false);
    try {
      const { accountId } = await core.firstAvailable(wanted || undefined, inTouchWith());
      go(stepPath(accountId, "protection"));
    } catch (failure) {
      if (codeOf(failure) !== "nobody_available") throw failure;
      setNobody(true);
    }
  };
  return <section class="card first-available" aria-labelledby="first-heading">
    <div class="first-row">
      <div>
        <h2 id="first-heading" class="h3">{t("first-title")}</h2>
        <p>{wanted ? t("first-text-language", { language: languageName(wanted) }) : t("first-text")}</p>
      </div>
      <p class="actions"><Action kind="primary" run={run}>{t("first-available")}</Action></p>
    </div>
    <div role="status">{nobody && <p class="notice notice-calm">{errorText("nobody_available")}</p>}</div>
  </section>;
}

function Filters({ profiles, chosen }: { readonly profiles: readonly Profile[]; readonly chosen: Filter }) {
  const change = (changed: Partial<Filter>) => { filter.value = { ...chosen, ...changed }; };
  const any = { value: "", text: t("filter-any") };
  const specialities = specialitiesOf(profiles).map((value) => ({ value, text: t(`speciality-${value}`) }));
  return <search class="filters" aria-label={t("filter-label")}>
    <Select label={t("filter-language")} options={[any, ...languagesOf(profiles)]} value={chosen.language} onValue={(value) => change({ language: value })} />
    <Select label={t("filter-speciality")} options={[any, ...specialities]} value={chosen.speciality} onValue={(speciality) => change({ speciality })} />
    <Check label={t("filter-accepting")} checked={chosen.accepting} onChecked={(accepting) => change({ accepting })} />
  </search>;
}
