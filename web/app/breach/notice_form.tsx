/** Steward: writing what those affected are told, in each language of the practice, and seeing it as they will. */
import { useEffect, useState } from "preact/hooks";
import { type Audience, type Breach, type Id, type NoticeWords, type Practice, type Profile, type RoomSeen } from "../../core/api.ts";
import type { Fresh } from "../account/fresh.tsx";
import { draftOf } from "../drafts.ts";
import { language, languageName, LANGUAGES, t } from "../i18n.ts";
import { Dialog } from "../kit/dialog.tsx";
import { Radios, Select, TextArea } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import { placeholders } from "../placeholders.ts";
import { core } from "../state.ts";
import { NOTICE_PARTS, NoticeText } from "./told.tsx";

export interface Choices { readonly practice: Practice; readonly profiles: readonly Profile[]; readonly rooms: readonly RoomSeen[] }

interface Draft {
  readonly entry: Id;
  readonly id: Id;
  readonly who: Audience["who"];
  readonly practitioner: Id;
  readonly room: Id;
  readonly accounts: string;
  readonly words: readonly NoticeWords[];
}
const draft = draftOf<Draft>();

const WHO = ["everybody", "clients", "room", "accounts"] as const;
const newId = (): Id => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** The languages of the practice that the app speaks, and at least the steward's own. */
function languagesOf(practice: Practice): readonly string[] {
  const spoken = practice.languages.map((tag) => tag.split("-")[0] ?? tag).filter((tag) => tag in LANGUAGES);
  return spoken.length > 0 ? [...new Set(spoken)] : [language.value];
}

interface NoticeFormProps {
  readonly entry: Id;
  readonly breach: Breach;
  readonly choices: Choices;
  readonly proving: Fresh["proving"];
  readonly onClose: () => void;
  readonly onPublished: () => Promise<void>;
}

export function NoticeForm(props: NoticeFormProps) {
  const { entry, breach: { kind }, choices: { practice, profiles, rooms } } = props;
  useEffect(() => {
    if (draft.value?.entry === entry) return;
    // What a notice may begin with is long, and wanted here alone.
    void import("./notice_starts.ts").then(({ NOTICE_STARTS }) => {
      const words = languagesOf(practice).map((spoken) => ({ language: spoken, happened: "", ...NOTICE_STARTS[spoken as keyof typeof NOTICE_STARTS][kind] }));
      draft.value = { entry, id: newId(), who: "everybody", practitioner: profiles[0]?.accountId ?? "", room: rooms[0]?.id ?? "", accounts: "", words };
    });
  }, [entry]);
  return draft.value?.entry === entry ? <Writing {...props} written={draft.value} /> : null;
}

function Writing({ entry, breach: { kind }, choices: { profiles, rooms }, proving, onClose, onPublished, written }: NoticeFormProps & { readonly written: Draft }) {
  const [seen, setSeen] = useState(false);
  const change = (part: Partial<Draft>) => { draft.value = { ...written, ...part }; };
  const changeWords = (at: number, part: Partial<NoticeWords>) => change({ words: written.words.map((words, i) => (i === at ? { ...words, ...part } : words)) });
  const check = async () => {
    audienceOf(written);
    if (written.words.some(({ happened }) => happened.trim() === "")) throw { code: "breach_happened_missing" };
    // Nobody who is frightened is to read "[What was done.]".
    if (written.words.some((words) => NOTICE_PARTS.some((part) => placeholders(words[part]).length > 0))) throw { code: "breach_placeholders" };
    setSeen(true);
  };
  const publish = async () => {
    await proving(() => core.publishBreachNotice({ id: written.id, breach: entry, audience: audienceOf(written), kind, words: written.words }));
    draft.value = undefined;
    await onPublished();
  };
  const cancel = () => {
    draft.value = undefined;
    onClose();
  };
  return <>
    <Form submit={t("breach-preview")} run={check} aside={<button type="button" class="button button-quiet" onClick={cancel}>{t("cancel")}</button>}>
      <Radios legend={t("breach-who")} value={written.who} onValue={(value) => change({ who: WHO.find((who) => who === value) ?? written.who })}
        options={WHO.filter((who) => (who !== "clients" || profiles.length > 0) && (who !== "room" || rooms.length > 0)).map((value) => ({ value, text: t(`breach-who-${value}`), hint: t(`breach-who-${value}-hint`) }))} />
      {written.who === "clients" && <Select label={t("breach-of-practitioner")} value={written.practitioner} onValue={(practitioner) => change({ practitioner })} options={profiles.map(({ accountId, displayName }) => ({ value: accountId, text: displayName }))} />}
      {written.who === "room" && <Select label={t("breach-of-room")} value={written.room} onValue={(room) => change({ room })} options={rooms.map(({ id, face }) => ({ value: id, text: face.title }))} />}
      {written.who === "accounts" && <TextArea label={t("breach-accounts")} hint={t("breach-accounts-hint")} codes={["breach_accounts_wrong", "account_not_found"]} value={written.accounts} onValue={(accounts) => change({ accounts })} />}
      {written.who !== "accounts" && <p class="notice notice-clay">{t("breach-public")}</p>}
      {written.words.map((words, at) => <fieldset key={words.language} class="field">
        <legend>{t("breach-words-in", { language: languageName(words.language) })}</legend>
        {NOTICE_PARTS.map((part) => <TextArea key={part} label={t(`told-${part}`)} hint={part === "happened" ? t("breach-words-happened-hint") : undefined} codes={[...(part === "happened" ? ["breach_happened_missing"] : []), ...(placeholders(words[part]).length > 0 ? ["breach_placeholders"] : [])]}
          value={words[part]} maxLength={4_000} onValue={(value) => changeWords(at, { [part]: value })} />)}
      </fieldset>)}
    </Form>
    {seen && <Dialog title={t("breach-preview-title")} onClose={() => setSeen(false)}>
      <NoticeText notice={{ kind, words: written.words }} />
      <p class="notice notice-calm">{t("breach-publish-text")}</p>
      <Form submit={t("breach-publish")} run={publish} aside={<button type="button" class="button button-quiet" onClick={() => setSeen(false)}>{t("breach-preview-back")}</button>} />
    </Dialog>}
  </>;
}

function audienceOf({ who, practitioner, room, accounts }: Draft): Audience {
  switch (who) {
    case "everybody": return { who };
    case "clients": return { who, of: practitioner };
    case "room": return { who, of: room };
    case "accounts": {
      const ids = [...new Set(accounts.toLowerCase().split(/[\s,;]+/u).filter((id) => id !== ""))];
      if (ids.length === 0 || ids.length > 100 || !ids.every((id) => /^[0-9a-f]{32}$/u.test(id))) throw { code: "breach_accounts_wrong" };
      return { who, accounts: ids };
    }
  }
}
