/** Searches parts of one place for all markers, and says of what is found whether it may be there. */
import { finder } from "../leak_finder.ts";
import { expanded, type Part } from "./expand.ts";
import { type KindId, kindOf, type Place } from "./kinds.ts";
import type { Marker } from "./markers.ts";
import { patternsOf } from "./patterns.ts";

export interface Finding {
  readonly kind: KindId;
  readonly text: string;
  readonly encoding: string;
  readonly place: Place;
  /** The file, mapping or connection, and the printable bytes around. */
  readonly where: string;
}

/** What is around a find, to see what wrote it. */
function around(bytes: Buffer, at: number): string {
  return bytes.subarray(Math.max(0, at - 40), at + 80).toString("latin1").replaceAll(/[^\x20-\x7e]+/g, "·");
}

export interface Searched {
  readonly findings: readonly Finding[];
  readonly bytes: number;
}

/** Builds the tables once for all the places that are searched with these markers. */
export function searcher(markers: readonly Marker[]): (place: Place, parts: Iterable<Part>) => Searched {
  const find = finder(markers.flatMap(patternsOf));
  return (place, parts) => {
    const findings = new Map<string, Finding>();
    let bytes = 0;
    for (const part of parts) {
      for (const piece of expanded(part)) {
        bytes += piece.bytes.length;
        for (const { pattern: { kind, text, encoding }, at } of find(piece.bytes)) {
          const key = `${kind}/${text}/${encoding}`;
          if (!findings.has(key)) findings.set(key, { kind, text, encoding, place, where: `${piece.name}: ${around(piece.bytes, at)}` });
        }
      }
    }
    return { findings: [...findings.values()], bytes };
  };
}

/** Those that may not be where they are. */
export const leaks = (findings: readonly Finding[]): readonly Finding[] => findings.filter(({ kind, place }) => kindOf(kind).may?.[place] === undefined);
