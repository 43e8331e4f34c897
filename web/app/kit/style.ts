/** Styles of screens that are loaded later: they come in the same file as the screens, as text. */
const added = new Set<string>();

/** Adds a stylesheet to the page, once. A sheet that a script makes is not what the policy's style-src is about. */
export function addStyle(text: string): void {
  if (added.has(text)) return;
  added.add(text);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets.push(sheet);
}
