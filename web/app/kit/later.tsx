/** Screens that are rarely needed are fetched when they are first shown, so that the first load stays small. */
import type { ComponentType, FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n.ts";
import { Waiting } from "./screen.tsx";

/** A component whose module `load` brings; asked again when it did not come. One that is `quiet` is nothing until then. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>, quiet = false): FunctionComponent<P> {
  let loaded: ComponentType<P> | undefined;
  return function Later(props: P) {
    const [, setCame] = useState(loaded !== undefined);
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      if (loaded || failed) return;
      let wanted = true;
      load().then((component) => { loaded = component; if (wanted) setCame(true); }, () => { if (wanted) setFailed(true); });
      return () => { wanted = false; };
    }, [failed]);
    const Component = loaded;
    if (Component) return <Component {...props} />;
    if (quiet) return null;
    return failed ? <p class="actions"><button type="button" class="button button-quiet" onClick={() => setFailed(false)}>{t("try-again")}</button></p> : <Waiting text={t("starting")} />;
  };
}
