/**
 * Looks whether the privacy policy has something new for this account: when
 * somebody comes in, and each hour while they are connected. Only then
 * what asks or tells them is loaded; what they were doing stays behind it.
 */
import { useEffect, useState } from "preact/hooks";
import type { PolicyNews } from "../../core/api.ts";
import { HOUR, hours } from "../hours.ts";
import { language } from "../i18n.ts";
import { later } from "../kit/later.tsx";
import { connection, core } from "../state.ts";

const Asked = later(async () => {
  const [{ Asked }, { addPolicyTexts }] = await Promise.all([import("./asked.tsx"), import("./loaded.ts")]);
  await addPolicyTexts();
  return Asked;
}, true);

export function PolicyWatch() {
  const [news, setNews] = useState<PolicyNews | undefined>(undefined);
  const [looked, setLooked] = useState(0);
  const online = connection.value === "online";
  useEffect(() => {
    if (!online || Date.now() - looked < HOUR) return;
    let here = true;
    core.policy(language.value).then((told) => {
      if (!here) return;
      setLooked(Date.now());
      setNews(told);
    }, () => undefined); // Without connection it is looked again when there is one.
    return () => { here = false; };
  }, [online, hours.value]);
  if (!news || news.wanted === "nothing") return null;
  return <Asked news={news} onDone={() => setNews(undefined)} />;
}
