/** A passphrase to be: six words that are offered, or one's own, judged while it is typed. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { PassphraseStrength } from "../../core/api.ts";
import { language, t } from "../i18n.ts";
import { CopyButton, SecretField } from "../kit/fields.tsx";
import { core, practiceName } from "../state.ts";

export interface Choice {
  readonly value: string;
  readonly own: boolean;
}
export const NO_CHOICE: Choice = { value: "", own: false };

interface ChoiceProps {
  readonly choice: Choice;
  readonly onChoice: (choice: Choice) => void;
  /** True where there is a former one. */
  readonly replacing?: boolean;
}

export function PassphraseChoice({ choice, onChoice, replacing = false }: ChoiceProps) {
  const part = useRef<HTMLDivElement>(null);
  /** The offer that is waited for, if nothing else was chosen meanwhile. */
  const awaited = useRef<symbol | undefined>(undefined);
  const choose = (to: Choice) => {
    awaited.current = undefined;
    onChoice(to);
  };
  const offer = async () => {
    const offered = awaited.current = Symbol();
    // Without the list of words (no connection) there is still one's own.
    const value = await core.suggestPassphrase().catch(() => "");
    if (awaited.current === offered) choose({ value, own: value === "" });
  };
  useEffect(() => { if (choice.value === "" && !choice.own) void offer(); }, []);
  const change = (to: Choice) => {
    choose(to);
    requestAnimationFrame(() => part.current?.querySelector<HTMLElement>("textarea, button")?.focus());
  };
  return <div ref={part}>
    {choice.own
      ? <Own value={choice.value} onValue={(value) => choose({ value, own: true })} onOffer={() => { change(NO_CHOICE); void offer(); }} />
      : <Offered legend={t(replacing ? "step-passphrase" : "passphrase")} words={choice.value} onOther={() => void offer()} onOwn={() => change({ value: "", own: true })} />}
  </div>;
}

function Offered({ legend, words, onOther, onOwn }: { readonly legend: string; readonly words: string; readonly onOther: () => void; readonly onOwn: () => void }) {
  return <fieldset class="field">
    <legend>{legend}</legend>
    <p class="hint">{t("passphrase-hint")}</p>
    <p class="offered mono" lang="en" dir="ltr" role="status">{words}</p>
    <p class="actions">
      <button type="button" class="button button-quiet button-small" onClick={onOther}>{t("other-words")}</button>
      <CopyButton text={words} />
      <button type="button" class="button button-quiet button-small" onClick={onOwn}>{t("choose-own")}</button>
    </p>
  </fieldset>;
}

function Own({ value, onValue, onOffer }: { readonly value: string; readonly onValue: (value: string) => void; readonly onOffer: () => void }) {
  return <SecretField shown label={t("own-passphrase")} hint={t("own-passphrase-hint")} codes={["passphrase_weak", "passphrase_taken"]} value={value} onValue={onValue} autocomplete="new-password">
    <Strength passphrase={value} />
    <p class="actions"><button type="button" class="button button-quiet button-small" onClick={onOffer}>{t("offer-words")}</button></p>
  </SecretField>;
}

const JUDGE_AFTER = 200;

/** How long it would withstand guessing, as a bar and in words. */
function Strength({ passphrase }: { readonly passphrase: string }) {
  const [level, setLevel] = useState<PassphraseStrength["level"] | "none">("none");
  useEffect(() => {
    if (passphrase === "") return setLevel("none");
    let wanted = true;
    const timer = setTimeout(() => {
      core.passphraseStrength(passphrase, language.value, [practiceName.value]).then(({ level }) => { if (wanted) setLevel(level); }, () => { if (wanted) setLevel("none"); });
    }, JUDGE_AFTER);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [passphrase]);
  return <div class={`strength strength-${level}`}>
    <span class="strength-bar" aria-hidden="true"><span /><span /><span /></span>
    <p role="status">{level === "none" ? "" : t(`strength-${level}`)}</p>
  </div>;
}
