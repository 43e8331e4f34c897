/** The screens of sealed records, loaded when they are first needed. */
import { later } from "../kit/later.tsx";

export const RecordsPart = later(() => import("./loaded.ts").then((each) => each.RecordsPart));
