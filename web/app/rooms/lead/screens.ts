/** The screens of who leads a room, loaded when they are first needed. */
import { later } from "../../kit/later.tsx";

const screens = async () => (await import("./loaded.ts")).load();

export const Leading = later(async () => (await screens()).Leading);
export const Beside = later(async () => (await screens()).Beside);
export const MemberChoices = later(async () => (await screens()).MemberChoices, true);
export const OpenCard = later(async () => (await screens()).OpenCard, true);
export const LeadCount = later(async () => (await screens()).LeadCount, true);
