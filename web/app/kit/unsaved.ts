/**
 * Keeps browsers from writing down what stands in the fields of a page. To show a page
 * again after a crash, or when somebody goes back to it, they keep on disk what was typed
 * and chosen in it, a shown passphrase and the answers of a survey included; but not of a
 * control that is not to be completed, nor of one that holds what it held from the
 * beginning. So every control is one or the other (HTML, "autofill", and Chromium's
 * FormController, as seen in its profile folder).
 */
import { options } from "preact";

interface Control { autocomplete?: string | undefined; value?: unknown; defaultValue?: unknown }

const before = options.vnode;

options.vnode = (vnode) => {
  const props = vnode.props as Control;
  switch (vnode.type) {
    case "textarea": // what passwords are kept for is an input
    case "select":
      props.autocomplete = "off";
      break;
    case "input":
      props.autocomplete ??= "off";
      if (props.autocomplete !== "off") props.defaultValue = props.value;
  }
  before?.(vnode);
};
