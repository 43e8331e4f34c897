/** A text of the policy: paragraphs parted by empty lines, and lists whose lines begin with "- ". */
export function TextOf({ text }: { readonly text: string }) {
  return <>{text.split("\n\n").map((part) => (part.startsWith("- ")
    ? <ul>{part.split("\n").map((line) => <li key={line}>{line.replace(/^- /u, "")}</li>)}</ul>
    : <p>{part}</p>))}</>;
}
