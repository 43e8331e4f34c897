/** One chunk for all screens of sealed records. */
export { RecordsPart } from "./records_part.tsx";
