/** Client: the way into therapy, from choosing somebody to a request that is sent. */
import { Choose } from "./choose.tsx";
import { Request } from "./request.tsx";

export function StartScreen({ practitioner }: { readonly practitioner: string | undefined }) {
  return practitioner ? <Request key={practitioner} practitioner={practitioner} /> : <Choose />;
}
