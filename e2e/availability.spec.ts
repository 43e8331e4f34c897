/** When a practitioner answers: written in their profile, seen by the public and by their clients. */
import { openPractice, PASSPHRASE } from "../web/core/test/practice.ts";
import { expect, expectAccessible, expectNoOverflow, test } from "./fixtures.ts";
import { logIn } from "./log_in_steps.ts";

const HOURS = "Monday to Thursday, 9 to 17.";
const URGENT = "Please call the practice.";

test("a practitioner says when they answer, and that they are away", async ({ browser, server, contextOptions }) => {
  test.setTimeout(120_000);
  const practice = await openPractice(server);
  const { loginName } = await practice.talkingClient("Quiet Heron");
  await practice.close();
  const enter = async (credentials: { readonly loginName: string; readonly oneTimeCode?: string | undefined }) => {
    const page = await (await browser.newContext({ ...contextOptions, baseURL: server.baseUrl })).newPage();
    await logIn(page, { ...credentials, passphrase: PASSPHRASE });
    return page;
  };
  const practitioner = await enter({ loginName: practice.practitioner.loginName, oneTimeCode: practice.practitioner.oneTimeCodes[0] });
  const client = await enter({ loginName });
  await client.getByRole("link", { name: /Dr Reed/u }).click();
  await expect(client.getByRole("log")).toBeVisible();
  await expect(client.getByText("is away until")).toHaveCount(0);

  await practitioner.getByRole("link", { name: "My profile" }).click();
  await practitioner.getByRole("link", { name: "Availability" }).click();
  await expectAccessible(practitioner);
  await expectNoOverflow(practitioner);
  await practitioner.getByLabel("When you answer").fill(HOURS);
  const nextWeek = new Date(Date.now() + 7 * 86_400_000);
  await practitioner.getByLabel("Away until").fill(nextWeek.toISOString().slice(0, 10));
  await practitioner.getByLabel("When it cannot wait").fill(URGENT);
  await practitioner.getByRole("button", { name: "Save" }).click();
  await expect(practitioner.getByText("Saved.")).toBeVisible();
  await expect(practitioner.getByText("Published.")).toBeVisible();

  const until = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(nextWeek);
  await client.goto(`/practitioners/${practice.practitionerId}`);
  await expect(client.getByText(`Away until ${until}`)).toBeVisible();
  await expect(client.getByText(HOURS)).toBeVisible();
  await expectAccessible(client);
  await client.goto("/app");
  await client.getByRole("link", { name: /Dr Reed/u }).click();
  await expect(client.getByText(/is away until/u)).toContainText(until);
  await expect(client.getByText(URGENT)).toBeVisible();
  await expectAccessible(client);
  await expectNoOverflow(client);
  await client.getByRole("button", { name: "Details" }).click();
  await expect(client.getByRole("dialog").getByText(HOURS)).toBeVisible();
  await expectAccessible(client);

  await practitioner.getByLabel("Away until").fill("");
  await practitioner.getByRole("button", { name: "Save" }).click();
  await expect(practitioner.getByText("Saved.")).toBeVisible();
  await client.reload();
  await expect(client.getByRole("log")).toBeVisible();
  await expect(client.getByText("is away until")).toHaveCount(0);
});
