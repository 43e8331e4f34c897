/** Where one is logged in: every browser of the account, and a way to log each of them out. */
import { useState } from "preact/hooks";
import { type Account, type DeviceInfo, MAX_DEVICE_NAME_LENGTH } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { Dialog } from "../kit/dialog.tsx";
import { Field } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import { later } from "../kit/later.tsx";
import { core, devices } from "../state.ts";
import { EndOthers, RemoveDevice } from "./device_questions.tsx";
import { deviceName, deviceSince, deviceUsed } from "./device_words.ts";
import { NewDevices } from "./new_devices.tsx";

const LetIn = later(async () => (await import("../linking/let_in.tsx")).LetIn);

type Asked = { readonly what: "name" | "remove"; readonly device: DeviceInfo } | { readonly what: "others" } | { readonly what: "link" };

export function DevicesPart({ account }: { readonly account: Account }) {
  const [asked, setAsked] = useState<Asked | undefined>(undefined);
  const [ended, setEnded] = useState<number | undefined>(undefined);
  const close = () => setAsked(undefined);
  const askOthers = () => {
    setEnded(undefined);
    setAsked({ what: "others" });
  };
  return <section class="card part">
    <h2 class="h3">{t("devices-title")}</h2>
    <p>{t("devices-text")}</p>
    <NewDevices />
    <ul class="rows devices">{devices.value.map((device) => <Row key={device.id} device={device} ask={(what) => setAsked({ what, device })} />)}</ul>
    <p class="actions">
      <button type="button" class="button button-quiet" onClick={() => setAsked({ what: "link" })}>{t("link-title")}</button>
      <button type="button" class="button button-quiet" onClick={askOthers}>{t("end-other-sessions")}</button>
    </p>
    <p role="status" class="form-status">{ended === undefined ? "" : t("sessions-ended", { count: ended })}</p>
    {asked && <Question account={account} asked={asked} onEnded={setEnded} onClose={close} />}
  </section>;
}

function Row({ device, ask }: { readonly device: DeviceInfo; readonly ask: (what: "name" | "remove") => void }) {
  const name = deviceName(device);
  return <li>
    <div class="row-text">
      <strong dir="auto">{name}</strong>
      {device.current && <span><span class="badge badge-good">{t("device-current")}</span></span>}
      <span class="quiet">{device.leaving ? t("device-leaving") : deviceUsed(device)}{device.since !== undefined && ` ${t("device-since", { date: deviceSince(device.since) })}`}</span>
    </div>
    <div class="row-ways">
      {device.kind && <button type="button" class="button button-quiet button-small" aria-label={`${t("device-rename")}: ${name}`} onClick={() => ask("name")}>{t("device-rename")}</button>}
      {!device.current && !device.leaving && <button type="button" class="button button-quiet button-small" aria-label={`${t("device-remove")}: ${name}`} onClick={() => ask("remove")}>{t("device-remove")}</button>}
    </div>
  </li>;
}

function Question({ account, asked, onEnded, onClose }: { readonly account: Account; readonly asked: Asked; readonly onEnded: (count: number) => void; readonly onClose: () => void }) {
  switch (asked.what) {
    case "name":
      return <NameDialog device={asked.device} onClose={onClose} />;
    case "remove":
      return <RemoveDevice device={asked.device} onClose={onClose} />;
    case "link":
      return <LetIn account={account} onClose={onClose} />;
    case "others":
      return <EndOthers onEnded={onEnded} onClose={onClose} />;
  }
}

function NameDialog({ device, onClose }: { readonly device: DeviceInfo; readonly onClose: () => void }) {
  const [name, setName] = useState(device.name);
  const run = async () => {
    await core.nameDevice(device.id, name);
    onClose();
  };
  return <Dialog title={t("device-rename-title")} onClose={onClose}>
    <Form submit={t("save")} run={run} aside={<button type="button" class="button button-quiet" onClick={onClose}>{t("cancel")}</button>}>
      <Field label={t("device-name")} hint={t("device-name-hint", { kind: deviceName({ ...device, name: "" }) })} optional codes={["pseudonym_too_long"]} value={name} onValue={setName} maxLength={MAX_DEVICE_NAME_LENGTH} />
    </Form>
  </Dialog>;
}
