/** Everything under /app/surveys and /app/s, by who looks. */
import type { Account } from "../../core/api.ts";
import { later } from "../kit/later.tsx";
import { path } from "../router.ts";

const ToAnswerScreen = later(async () => (await (await import("./loaded.ts")).loadAnswering()).ToAnswerScreen);
const AnsweringScreen = later(async () => (await (await import("./loaded.ts")).loadAnswering()).AnsweringScreen);
const PublicScreen = later(async () => (await (await import("./loaded.ts")).loadAnswering()).PublicScreen);
const OwnSurveys = later(async () => (await (await import("./loaded.ts")).loadOwn()));

/** Without an account only what has a link. */
export function Surveys({ account }: { readonly account?: Account }) {
  const [, , place, id = "", step = ""] = path.value.split("/");
  if (place === "s" || !account) return <PublicScreen id={id} step={step} />;
  if (account.role !== "client") return <OwnSurveys account={account} id={id} part={step} />;
  return id === "" ? <ToAnswerScreen /> : <AnsweringScreen id={id} step={step} />;
}
