/**
 * Steward: texts for authorities, filled in from the register. They hold what the
 * laws name, in their order: GDPR Art. 33(3), 45 CFR 164.404(c) and 164.408. What is
 * not known yet is said as not known: it may follow in phases (Art. 33(4)).
 */
import type { Breach, Practice, PublishedNotice } from "../../core/api.ts";
import { language, numberText, t } from "../i18n.ts";
import { Fetched } from "../kit/fetched.tsx";
import { CopyButton } from "../kit/fields.tsx";
import { core } from "../state.ts";
import { clocks, clockText, whenText } from "./clocks.tsx";

/** An entry of the inventory of data. */
export interface Data { readonly id: string; readonly title: string }

export async function dataOf(): Promise<readonly Data[]> {
  const answer = await fetch(`/inventory.json?lang=${language.value}`, { credentials: "omit" }).catch(() => { throw { code: "offline" }; });
  const { entries } = (await answer.json()) as { readonly entries: readonly Data[] };
  return entries.map(({ id, title }) => ({ id, title }));
}

const PAPERS = ["gdpr", "hipaa"] as const;
type Paper = (typeof PAPERS)[number];

interface PapersProps { readonly breach: Breach; readonly data: readonly Data[]; readonly notices: readonly PublishedNotice[] }

export function Papers(props: PapersProps) {
  return <section class="card part" aria-labelledby="breach-papers">
    <h2 id="breach-papers" class="h3">{t("breach-papers")}</h2>
    <p>{t("breach-papers-text")}</p>
    <Fetched from={() => core.practice()}>{(practice) => <>{PAPERS.map((paper) => <Draft key={paper} paper={paper} text={paperText(paper, props, practice)} />)}</>}</Fetched>
  </section>;
}

function Draft({ paper, text }: { readonly paper: Paper; readonly text: string }) {
  const save = async () => {
    const { save: write } = await import("../export/archive.ts");
    write(new Blob([text]), `breach-${paper}.txt`);
  };
  return <details>
    <summary>{t(`breach-paper-${paper}`)}</summary>
    <pre class="breach-paper" dir="auto" tabIndex={0}>{text}</pre>
    <p class="actions"><button type="button" class="button button-quiet" onClick={() => void save()}>{t("breach-paper-save")}</button> <CopyButton text={text} /></p>
  </details>;
}

export function paperText(paper: Paper, { breach, data, notices }: PapersProps, practice: Practice): string {
  const line = (label: string, value: string): string => `${label}\n${value.trim() === "" ? t("breach-paper-unknown") : value.trim()}\n`;
  const chosen = data.filter(({ id }) => breach.data.includes(id)).map(({ title }) => `- ${title}`).join("\n");
  const own = [practice.name, practice.contactAddress, practice.contactEmail, practice.contactPhone].filter((part) => part !== "").join("\n");
  const told = notices.filter(({ withdrawn }) => !withdrawn).map(({ at, told: count, confirmed }) => `- ${whenText(at)}: ${t("breach-read-by", { count, confirmed: numberText(confirmed) })}`).join("\n");
  const all = clocks(breach, notices).filter(({ name }) => (paper === "gdpr" ? name === "authority" || name === "people" : name === "hipaa" || name === "hhs"));
  return [
    t(`breach-paper-${paper}-head`), "",
    line(t("breach-paper-practice"), own),
    line(t("breach-aware"), whenText(breach.awareAt)),
    ...all.map((clock) => line(t(`breach-clock-${clock.name}`), clockText(clock))),
    ...(paper === "gdpr" && all.some(({ late }) => late > 0) ? [line(t("breach-late"), breach.lateReason)] : []),
    line(t("breach-happened"), [t(`breach-kind-${breach.kind}`), breach.happened].filter((part) => part !== "").join("\n")),
    line(t("breach-when"), breach.when),
    line(t("breach-data"), chosen),
    line(t("breach-affected"), [breach.affected, breach.people > 0 ? `${t("breach-people")}: ${numberText(breach.people)}` : ""].filter((part) => part !== "").join("\n")),
    line(t("breach-contact"), breach.contact),
    line(t("breach-consequences"), breach.consequences),
    line(t("breach-measures"), breach.measures),
    line(t("breach-paper-told"), told),
  ].join("\n");
}
