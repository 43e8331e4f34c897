/** The rooms that this account is in, those at whose door it is, and those that the practice shows. */
import type { Account, RoomSeen, RoomView } from "../../core/api.ts";
import { numberText, shortTimeText, t } from "../i18n.ts";
import { Fetched } from "../kit/fetched.tsx";
import { Link } from "../kit/link.tsx";
import { Empty, Screen } from "../kit/screen.tsx";
import { core, rooms } from "../state.ts";
import { namesOf } from "./words.ts";
import { brief } from "./words_of.tsx";

interface Found {
  readonly listed: readonly RoomSeen[];
  readonly asked: readonly RoomSeen[];
}

async function find(): Promise<Found> {
  const [listed, asked] = await Promise.all([core.listedRooms(), core.askedRooms()]);
  return { listed, asked };
}

const lastAt = ({ items }: RoomView): number => items.at(-1)?.at ?? 0;

export function ListScreen({ account }: { readonly account: Account }) {
  const own = [...rooms.value].sort((a, b) => lastAt(b) - lastAt(a));
  return <Screen title={t("rooms-title")} lead={account.role === "steward" ? t("rooms-steward-lead") : own.length === 0 ? t("rooms-lead") : undefined} back={account.role === "steward" ? { to: "/app", text: t("people-title") } : undefined}>
    {account.role === "practitioner" && <p class="list-tools"><Link class="button button-quiet button-small" to="/app/rooms/new">{t("rooms-new")}</Link></p>}
    {own.length > 0 && <section class="talks-group">
      <h2 class="talks-heading">{t("rooms-own")}</h2>
      <ul class="talks">{own.map((view) => <li key={view.id}><OwnRow view={view} /></li>)}</ul>
    </section>}
    <Fetched from={find} moment={own.map(({ id }) => id).join()}>{({ listed, asked }) => {
      const elsewhere = new Set([...own, ...asked.filter(({ standing }) => standing !== "outside")].map(({ id }) => id));
      const atDoor = asked.filter(({ id, standing }) => standing !== "outside" && !own.some((view) => view.id === id));
      const others = listed.filter(({ id }) => !elsewhere.has(id));
      return <>
        {atDoor.length > 0 && <section class="talks-group">
          <h2 class="talks-heading">{t("rooms-at-door")}</h2>
          <ul class="talks">{atDoor.map((seen) => <li key={seen.id}><DoorRow seen={seen} /></li>)}</ul>
        </section>}
        {others.length > 0 && <section class="talks-group">
          <h2 class="talks-heading">{t("rooms-listed")}</h2>
          <ul class="talks">{others.map((seen) => <li key={seen.id}><ListedRow seen={seen} /></li>)}</ul>
        </section>}
        {others.length === 0 && own.length === 0 && atDoor.length === 0 && <Nothing account={account} />}
      </>;
    }}</Fetched>
  </Screen>;
}

function OwnRow({ view }: { readonly view: RoomView }) {
  const { id, face, items, inside, closed, moderates, unread } = view;
  const last = items.findLast((item) => item.kind === "message" && !item.takenDown);
  const badge = !inside ? "out" : closed ? "closed" : moderates ? "led" : undefined;
  return <Link to={`/app/rooms/${id}`} class="talks-row">
    <span class="talks-text">
      <span class="talks-name"><bdi>{face.title}</bdi></span>
      {badge && <span class={badge === "led" ? "badge badge-good" : "badge"}>{t(`room-badge-${badge}`)}</span>}
      {last?.kind === "message" && <span class="talks-preview"><bdi>{last.name}</bdi>: <bdi>{brief(last)}</bdi></span>}
    </span>
    <span class="talks-side">
      {lastAt(view) > 0 && <time class="talks-time" dateTime={new Date(lastAt(view)).toISOString()}>{shortTimeText(lastAt(view), Date.now())}</time>}
      {unread.count > 0 && <span class="count">{unread.mentioned && <span aria-hidden="true">@ </span>}{numberText(unread.count)}<span class="visually-hidden"> {t("unread", { count: unread.count })}{unread.mentioned && ` ${t("room-to-me")}`}</span></span>}
    </span>
  </Link>;
}

function DoorRow({ seen: { id, face, standing, appointed } }: { readonly seen: RoomSeen }) {
  return <Link to={`/app/rooms/${id}`} class="talks-row">
    <span class="talks-text">
      <span class="talks-name"><bdi>{face.title}</bdi></span>
      <span class={standing === "declined" ? "badge" : "badge badge-good"}>{appointed ? t("room-badge-appointed") : t(`room-standing-${standing}`)}</span>
    </span>
  </Link>;
}

function ListedRow({ seen: { id, face, asking } }: { readonly seen: RoomSeen }) {
  return <Link to={`/app/rooms/${id}`} class="talks-row">
    <span class="talks-text">
      <span class="talks-name"><bdi>{face.title}</bdi></span>
      {!asking && <span class="badge">{t("room-badge-full")}</span>}
      <span class="room-purpose" dir="auto">{face.purpose}</span>
      <span class="talks-preview">{t("room-led-by", { names: namesOf(face) })}</span>
    </span>
  </Link>;
}

function Nothing({ account }: { readonly account: Account }) {
  if (account.role === "steward") return <Empty title={t("rooms-none-title")} text={t("rooms-none-steward")} />;
  if (account.role !== "client") return <Empty title={t("rooms-none-title")} text={t("rooms-none-practitioner")} />;
  return <Empty title={t("rooms-none-title")} text={t("rooms-none-client")}>
    <Link class="button button-quiet" to="/app/start">{t("list-empty-go")}</Link>
  </Empty>;
}
