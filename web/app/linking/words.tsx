/** The words that both devices show, large enough to be read from one to the other. */
import { useEffect, useRef } from "preact/hooks";
import { t } from "../i18n.ts";

export function CheckWords({ words }: { readonly words: readonly string[] }) {
  return <ol class="safety-words" aria-label={t("link-words")}>{words.map((word, i) => <li key={i} lang="en" dir="ltr">{word}</li>)}</ol>;
}

/** A step of one dialog or screen: its heading takes the focus, so that a screen reader reads on there. */
export function StepHeading({ text }: { readonly text: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return <h3 ref={heading} tabIndex={-1}>{text}</h3>;
}
