/**
 * A conversation as one page that any browser shows for as long as there are
 * browsers: no script, nothing fetched but the files that lie beside it. Built as a document, never as text, so
 * that nothing anybody wrote can become markup.
 */
import type { ExportedConversation, IntakeView, SealedContent, TimelineItem } from "../../core/api.ts";
import { noticeWords } from "../conversation/notice_words.ts";
import { dateText, dayText, language, sameDay, t, timeText } from "../i18n.ts";
import { CONSENT_SECTIONS } from "../practice/consent_sections.ts";
import type { TakenFiles } from "./archive.ts";

const STYLE = `
  body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; color: #1e2b2a; background: #faf6ee; }
  h1, h2, h3 { line-height: 1.2; } dt { font-weight: 600; margin-top: 1rem; } dd { margin: 0; }
  p, dd { white-space: pre-wrap; overflow-wrap: anywhere; } .who { font-weight: 600; margin: 1rem 0 0; } .said { margin: 0; }
  .note { color: #52605c; font-size: 0.9rem; } blockquote { margin: 0.5rem 1rem; }
  img { display: block; max-width: 100%; max-height: 30rem; } audio { display: block; max-width: 100%; }
  @media print { body { background: none; } }
`;

type Child = Node | string;

export function conversationDocument({ at, view, own }: ExportedConversation, files: TakenFiles): string {
  const title = t("export-title", { name: view.summary.peer.displayName });
  const page = document.implementation.createHTMLDocument(title);
  page.documentElement.lang = language.value;
  page.documentElement.dir = document.documentElement.dir;
  const make = (name: string, className: string, ...children: readonly Child[]): HTMLElement => {
    const element = page.createElement(name);
    if (className) element.className = className;
    element.dir = "auto";
    element.append(...children);
    return element;
  };
  const charset = page.createElement("meta");
  charset.setAttribute("charset", "utf-8");
  const style = page.createElement("style");
  style.textContent = STYLE;
  page.head.prepend(charset);
  page.head.append(style);
  page.body.append(make("h1", "", title), make("p", "note", t("export-made", { date: dateText(at), time: timeText(at) })));
  if (view.intake) page.body.append(...intakePart(make, view.intake, own));
  page.body.append(make("h2", "", t("timeline-label")));
  view.items.forEach((item, i) => {
    const before = view.items[i - 1];
    if (!before || !sameDay(before.at, item.at)) page.body.append(make("h3", "", `${dayText(item.at)} ${new Date(item.at).getFullYear()}`));
    page.body.append(...itemPart(make, item, view.summary.peer, files));
  });
  return `<!doctype html>\n${page.documentElement.outerHTML}\n`;
}

type Make = (name: string, className: string, ...children: readonly Child[]) => HTMLElement;

function intakePart(make: Make, intake: IntakeView, own: SealedContent): readonly Node[] {
  const { reason, region, consent } = intake;
  const rows: readonly (readonly [string, string | undefined])[] = [
    [t("intake-reason"), reason],
    [t("intake-region"), region],
    [t("sealed-medical"), own.medical],
    [t("intake-real-name"), own.contact?.realName],
    [t("intake-emergency-contact"), own.contact?.emergencyContact],
  ];
  const facts = (pairs: readonly (readonly [string, string | undefined])[]) =>
    make("dl", "", ...pairs.flatMap(([term, text]) => (text ? [make("dt", "", term), make("dd", "", text)] : [])));
  return [
    make("h2", "", t("intake-title")), facts(rows),
    make("h2", "", t("consent")), make("p", "note", t("consent-agreed-on", { version: consent.version, date: dateText(consent.at) })),
    facts(CONSENT_SECTIONS.map((section) => [t(`consent-${section}`), consent.text[section]])),
  ];
}

function itemPart(make: Make, item: TimelineItem, peer: ExportedConversation["view"]["summary"]["peer"], files: TakenFiles): readonly Node[] {
  switch (item.kind) {
    case "message":
      return messagePart(make, item, peer.displayName, files);
    case "notice": {
      const { text, quote } = noticeWords(item.notice, peer);
      return [make("p", "note", `${text} ${timeText(item.at)}`), ...(quote ? [make("blockquote", "", quote)] : [])];
    }
    case "security":
      return [make("p", "note", `${t(`security-${item.event.code}`)} ${timeText(item.at)}`)];
  }
}

type MessageItem = Extract<TimelineItem, { kind: "message" }>;

/** A file that lies beside the page: seen or heard in it where a browser can, else only named; or what became of it. */
function filePart(make: Make, { id, file }: MessageItem, files: TakenFiles): readonly Node[] {
  const taken = files.get(id);
  if (!file || !taken) return [];
  if ("missing" in taken) return [make("p", "note", t(`export-file-${taken.missing}`, { name: file.name }))];
  const address = taken.path.split("/").map(encodeURIComponent).join("/");
  const link = make("a", "", file.name);
  link.setAttribute("href", address);
  const line = make("p", "said", link);
  if (file.voice) {
    const sound = make("audio", "");
    for (const [name, value] of [["controls", ""], ["preload", "none"], ["src", address]] as const) sound.setAttribute(name, value);
    return [line, sound];
  }
  if (!SEEN.has(file.type)) return [line];
  const picture = make("img", "");
  for (const [name, value] of [["loading", "lazy"], ["alt", file.name], ["src", address]] as const) picture.setAttribute(name, value);
  return [line, picture];
}

const SEEN: ReadonlySet<string> = new Set(["image/jpeg", "image/png", "image/webp", "image/gif"]);

function messagePart(make: Make, item: MessageItem, name: string, files: TakenFiles): readonly Node[] {
  const { mine, at, text, quote, takenBack = false, earlier = [], reactions = [] } = item;
  const who = make("p", "who", mine ? t("export-me") : name, " ", make("span", "note", timeText(at)));
  if (takenBack) return [who, make("p", "note", mine ? t("taken-back-mine") : t("taken-back-theirs", { name }))];
  return [
    who,
    ...(quote ? [make("blockquote", "note", quote.text || t("taken-back-short"))] : []),
    ...(item.file ? filePart(make, item, files) : [make("p", "said", text)]),
    ...(reactions.length > 0 ? [make("p", "note", reactions.map((each) => each.emoji).join(" "))] : []),
    ...earlier.map((wording) => make("p", "note", t("export-earlier", { date: dateText(wording.at), time: timeText(wording.at) }), " ", wording.text)),
  ];
}
