/** A QR code (ISO/IEC 18004), drawn as one path: dark on light in either colour scheme, as readers expect. */
import { useMemo } from "preact/hooks";
import encodeQR from "qr";

/** Modules of quiet zone on each side. */
const BORDER = 4;

export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const modules = useMemo(() => encodeQR(text, "raw", { ecc: "medium", border: BORDER }), [text]);
  const path = modules.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return <svg class="qr" role="img" aria-label={label} viewBox={`0 0 ${modules.length} ${modules.length}`} shape-rendering="crispEdges">
    <rect class="qr-light" width={modules.length} height={modules.length} />
    <path class="qr-dark" d={path} />
  </svg>;
}
