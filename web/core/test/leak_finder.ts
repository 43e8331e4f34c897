/**
 * Looks for many thousand patterns in one pass, so that a gigabyte of memory is
 * searched in seconds: the last three bytes are looked up in a table of one bit
 * each; where that is set some pattern begins, and those that begin with these
 * four bytes are compared.
 */

export interface Pattern {
  /** What it stands for. */
  readonly text: string;
  /** In which shape. */
  readonly encoding: string;
  readonly shape: Buffer;
  /** Compared without regard to the case of ASCII letters; its shape has small ones. */
  readonly loose: boolean;
}
export interface Hit<P extends Pattern = Pattern> {
  readonly pattern: P;
  /** Of the first one. */
  readonly at: number;
}

const SMALL = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte));
/** What is compared of a pattern: more tells nothing more. */
export const LONGEST = 256;

/** ASCII letters made small, all other bytes as they are. */
export function folded(bytes: Buffer): Buffer {
  return Buffer.from(bytes.map((byte) => SMALL[byte]!));
}

/** Beginnings of patterns. */
class Beginnings<P extends Pattern> {
  private readonly bits = new Uint8Array(1 << 21);
  private readonly byFour = new Map<number, P[]>();

  constructor(patterns: readonly P[]) {
    for (const pattern of patterns) {
      const { shape } = pattern;
      if (shape.length < 4) throw new Error(`too short to be looked for: ${pattern.text}`);
      const three = shape.readUIntBE(0, 3);
      this.bits[three >> 3]! |= 1 << (three & 7);
      const four = shape.readUInt32BE(0);
      const beside = this.byFour.get(four);
      if (beside) beside.push(pattern);
      else this.byFour.set(four, [pattern]);
    }
  }
  has(three: number): boolean {
    return (this.bits[three >> 3]! & (1 << (three & 7))) !== 0;
  }
  of(four: number): readonly P[] {
    return this.byFour.get(four) ?? [];
  }
}

/** What finds all of these patterns that stand anywhere in some bytes, each once. */
export function finder<P extends Pattern>(patterns: readonly P[]): (bytes: Buffer) => readonly Hit<P>[] {
  const exact = new Beginnings(patterns.filter(({ loose }) => !loose));
  const loose = new Beginnings(patterns.filter((pattern) => pattern.loose));
  return (bytes) => {
    const hits = new Map<P, number>();
    const compare = (beginnings: Beginnings<P>, at: number, byte: (i: number) => number): void => {
      if (at + 4 > bytes.length) return;
      const four = ((byte(at) << 24) | (byte(at + 1) << 16) | (byte(at + 2) << 8) | byte(at + 3)) >>> 0;
      for (const pattern of beginnings.of(four)) {
        const length = Math.min(pattern.shape.length, LONGEST);
        if (hits.has(pattern) || at + length > bytes.length) continue;
        let i = 4;
        while (i < length && byte(at + i) === pattern.shape[i]) i++;
        if (i === length) hits.set(pattern, at);
      }
    };
    const asItIs = (i: number): number => bytes[i]!;
    const small = (i: number): number => SMALL[bytes[i]!]!;
    let last = 0;
    let lastSmall = 0;
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i]!;
      last = ((last << 8) | byte) & 0xff_ff_ff;
      lastSmall = ((lastSmall << 8) | SMALL[byte]!) & 0xff_ff_ff;
      if (i < 2) continue;
      if (exact.has(last)) compare(exact, i - 2, asItIs);
      if (loose.has(lastSmall)) compare(loose, i - 2, small);
    }
    return [...hits].map(([pattern, at]) => ({ pattern, at }));
  };
}
