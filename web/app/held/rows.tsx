/** The rows of a table, line by line: what each column holds in words, its name, and what stands there. */
import { useEffect, useState } from "preact/hooks";
import type { HeldColumn, HeldTable, HeldValue, Id } from "../../core/api.ts";
import { dateText, errorText, t, timeText } from "../i18n.ts";
import { Action } from "../kit/form.tsx";
import { Waiting } from "../kit/screen.tsx";
import { sizeText } from "../kit/size.ts";
import { codeOf, core } from "../state.ts";

/** Longer texts are shown by their beginning; the file has all of them. */
const LONG = 300;
/** So many at a time: a person reads them. */
const AT_ONCE = 10;

type Row = readonly HeldValue[];

export function Rows({ table, stream }: { readonly table: HeldTable; readonly stream?: Id }) {
  const [rows, setRows] = useState<readonly Row[] | undefined>(undefined);
  const [next, setNext] = useState(0);
  const [failure, setFailure] = useState("");
  const fetch = async (after: number) => {
    const more = await core.heldRows({ table: table.name, after, limit: AT_ONCE, ...(stream === undefined ? {} : { stream }) });
    setRows((before = []) => [...before, ...more.rows]);
    setNext(more.next);
  };
  useEffect(() => void fetch(0).catch((error: unknown) => setFailure(codeOf(error))), []);
  if (failure) return <p class="notice notice-danger" role="alert">{errorText(failure)}</p>;
  if (!rows) return <Waiting text={t("starting")} />;
  return <>
    <ol class="held-rows">{rows.map((row, i) => <li key={i}><dl class="facts">{table.columns.map((column) => <Line key={column.name} table={table.name} column={column} value={row[column.at] ?? null} />)}</dl></li>)}</ol>
    {next > 0 && <p class="actions"><Action run={() => fetch(next)}>{t("held-more")}</Action></p>}
  </>;
}

function Line({ table, column, value }: { readonly table: string; readonly column: HeldColumn; readonly value: HeldValue }) {
  return <div>
    <dt>{column.says} <span class="quiet">({t(`held-form-${column.form}`)})</span> <code class="quiet" dir="ltr">{table}.{column.name}</code></dt>
    <dd>{column.replaced && value === null ? <span class="quiet">{t("held-replaced")}</span> : <Value column={column.name} value={value} />}</dd>
  </div>;
}

function Value({ column, value }: { readonly column: string; readonly value: HeldValue }) {
  if (value === null || value === "") return <span class="quiet">{t("held-empty")}</span>;
  if (typeof value === "string") return <bdi class="held-text">{value.length > LONG ? `${value.slice(0, LONG)}…` : value}</bdi>;
  if (typeof value === "number") {
    const meant = momentOf(column, value);
    return <><bdi>{value}</bdi>{meant && <span class="quiet"> ({meant})</span>}</>;
  }
  if (value.size === 0) return <span class="quiet">{t("held-empty")}</span>;
  return <>{sizeText(value.size)}: <code dir="ltr">{hex(value.bytes)}{value.bytes.length < value.size && "…"}</code></>;
}

/** Days, hours and seconds since 1970 are known by the names of their columns. */
function momentOf(column: string, value: number): string {
  if (value === 0) return "";
  if (/(?:^|_)hour$/u.test(column)) return whole(value * 3_600_000);
  if (/_day$/u.test(column)) return dateText(value * 86_400_000);
  if (/_unix$/u.test(column)) return whole(value * 1_000);
  return "";
}

const whole = (at: number): string => `${dateText(at)}, ${timeText(at)}`;

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
