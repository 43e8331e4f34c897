/** The words of these screens, by language; of another language than the one shown, a room's first questions. */
export const TEXTS = {
  ar: () => import("../../../locales/ar/rooms_lead.ts"),
  de: () => import("../../../locales/de/rooms_lead.ts"),
  en: () => import("../../../locales/en/rooms_lead.ts"),
  es: () => import("../../../locales/es/rooms_lead.ts"),
  fr: () => import("../../../locales/fr/rooms_lead.ts"),
};
