/** Around each step of answering: a screen of its own, or a part of the dialog in which it is looked at before. */
import { type ComponentChildren, createContext } from "preact";
import { useContext, useEffect, useId, useRef } from "preact/hooks";
import { t } from "../../i18n.ts";
import { Link } from "../../kit/link.tsx";
import { useTitle } from "../../kit/screen.tsx";

/** In a preview, which is a dialog with a heading of its own. */
export const InPreview = createContext(false);
/** Whether there is a list of surveys to go back to: whoever has only a link has none. */
export const HasList = createContext(false);

interface StepFrameProps {
  readonly title: string;
  /** Of the title, where it is the survey's. */
  readonly lang?: string;
  /** Stands over the title, and is told with it. */
  readonly over?: ComponentChildren;
  readonly children: ComponentChildren;
}

export function StepFrame(props: StepFrameProps) {
  return useContext(InPreview) ? <Part {...props} /> : <Whole {...props} />;
}

/** The window's own title stays what it is: a question is nobody's business who sees the tab. */
function Whole({ title, lang, over, children }: StepFrameProps) {
  const heading = useTitle(t("surveys-title"));
  const id = useId();
  return <section class="screen survey-step">
    {useContext(HasList) && <p class="back"><Link to="/app/surveys">{t("surveys-title")}</Link></p>}
    {over && <div id={id}>{over}</div>}
    <h1 tabIndex={-1} ref={heading} lang={lang} dir="auto" aria-describedby={over ? id : undefined}>{title}</h1>
    {children}
  </section>;
}

function Part({ title, lang, over, children }: StepFrameProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => heading.current?.focus(), []);
  return <div class="survey-step">
    {over && <div id={id}>{over}</div>}
    <h3 tabIndex={-1} ref={heading} lang={lang} dir="auto" aria-describedby={over ? id : undefined}>{title}</h3>
    {children}
  </div>;
}
