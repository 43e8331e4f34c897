/**
 * That somebody left, until this browser is locked: the page may end before the core
 * has come to it, as while it is busy. Then the next start locks first, and shows nothing.
 */
import { noTrace } from "./trace.ts";

const KEPT = "left";

export function keepLeft(left: boolean): void {
  if (noTrace.value) return; // That session ends with its page.
  try {
    if (left) localStorage.setItem(KEPT, "");
    else localStorage.removeItem(KEPT);
  } catch {
    // Where nothing can be kept, nobody is in after the page.
  }
}

export function wasLeft(): boolean {
  try {
    return localStorage.getItem(KEPT) !== null;
  } catch {
    return false;
  }
}
