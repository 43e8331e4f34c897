/** What of the timeline one reads, so that it can be kept where it is while things come and go around it. */
import type { Id } from "../../core/api.ts";

/** The items that can be seen, and how far below the upper edge each begins. */
export type Held = readonly { readonly item: Id; readonly below: number }[];

export function itemsIn(box: HTMLElement): readonly HTMLElement[] {
  return [...box.querySelectorAll<HTMLElement>("[data-item]")];
}

export const elementOf = (box: HTMLElement, item: Id): HTMLElement | undefined => itemsIn(box).find((each) => each.dataset["item"] === item);

export function hold(box: HTMLElement): Held {
  const { top, bottom } = box.getBoundingClientRect();
  return itemsIn(box).flatMap((element) => {
    const place = element.getBoundingClientRect();
    return place.bottom > top && place.top < bottom ? [{ item: element.dataset["item"] ?? "", below: place.top - top }] : [];
  });
}

/** Scrolls so that what was held stands where it stood; the first of it that is still there decides. */
export function keepIn(box: HTMLElement, held: Held): void {
  const { top } = box.getBoundingClientRect();
  for (const { item, below } of held) {
    const element = elementOf(box, item);
    if (!element) continue;
    const moved = element.getBoundingClientRect().top - top - below;
    if (Math.abs(moved) >= 1) box.scrollTop += moved;
    return;
  }
}
