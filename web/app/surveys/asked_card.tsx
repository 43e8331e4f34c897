/** Learns whether there is a survey to answer; only then its card is fetched, and the words that it says. */
import { useEffect, useState } from "preact/hooks";
import type { SurveyToAnswer } from "../../core/survey_api.ts";
import { later } from "../kit/later.tsx";
import { core } from "../state.ts";

const Card = later(async () => (await import("./loaded.ts")).loadCard(), true);

export function AskedCard() {
  const [asked, setAsked] = useState<readonly SurveyToAnswer[]>([]);
  useEffect(() => {
    let wanted = true;
    core.surveysToAnswer().then((all) => { if (wanted) setAsked(all.filter(isAsked)); }, () => undefined);
    return () => { wanted = false; };
  }, []);
  const [survey] = asked;
  return survey ? <Card key={survey.id} survey={survey} onPutAway={() => setAsked(asked.slice(1))} /> : null;
}

const isAsked = ({ state, response, refused, putAway }: SurveyToAnswer): boolean =>
  state === "open" && !refused && !putAway && (response.state === "none" || response.state === "begun");
