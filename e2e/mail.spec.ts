/** Being told by e-mail, without content, that something is new: switched on, confirmed, sent to who is away, stopped. */
import { PRACTICE } from "../scripts/demo/texts.ts";
import { openPractice, PASSPHRASE, untilView } from "../web/core/test/practice.ts";
import { startServer } from "../web/core/test/server.ts";
import { startMailServer } from "../web/core/test/smtp.ts";
import { expect, expectAccessible, expectWellMade, test } from "./fixtures.ts";
import { logIn } from "./log_in_steps.ts";

test("a client is told by e-mail while away, and stops it; a steward sends a test", async ({ browser, contextOptions }) => {
  const mail = await startMailServer();
  const server = await startServer(["--smtp-host", "127.0.0.1", "--smtp-port", String(mail.port), "--smtp-tls", "none", "--smtp-from", "Office <office@example.org>"]);
  try {
    const practice = await openPractice(server);
    await practice.steward.core.updatePractice(PRACTICE);
    const { core, loginName, id } = await practice.talkingClient("Quiet Heron");
    await core.close();
    const enter = async (credentials: { readonly loginName: string; readonly oneTimeCode?: string | undefined }) => {
      const page = await (await browser.newContext({ ...contextOptions, baseURL: server.baseUrl })).newPage();
      await logIn(page, { ...credentials, passphrase: PASSPHRASE });
      return page;
    };
    const client = await enter({ loginName });
    await client.goto("/app/settings");
    const part = client.getByRole("region", { name: "E-mail when something is new" });
    await part.getByText("What an e-mail reveals").click();
    await expectWellMade(client);
    await part.getByLabel("E-mail address").fill("quiet heron");
    await part.getByRole("button", { name: "Send me a code" }).click();
    await expect(part.getByText("does not look like an e-mail address")).toBeVisible();
    await part.getByLabel("E-mail address").fill("heron@example.com");
    await part.getByRole("button", { name: "Send me a code" }).click();
    await expect(part.getByText("A code is on its way")).toBeVisible();
    const code = /\b\d{6}\b/u.exec((await mail.until(1)).data)?.[0] ?? "";
    await part.getByLabel("The code from the mail").fill(code === "000000" ? "000001" : "000000");
    await part.getByRole("button", { name: "Switch on" }).click();
    await expect(part.getByText("This code is not right")).toBeVisible();
    await part.getByLabel("The code from the mail").fill(code);
    await part.getByRole("button", { name: "Switch on" }).click();
    await expect(part.getByText("E-mail is on.")).toBeVisible();
    await expectAccessible(client);

    // Here, they see it; away, they are told.
    await practice.practitioner.core.send(id, "I think of you.");
    await untilView(practice.practitioner.core, id, (view) => view.items.some((item) => item.kind === "message" && item.delivery !== "sent" && item.delivery !== "queued" && item.delivery !== "sending"));
    expect(mail.mails).toHaveLength(1);
    await client.context().close();
    await practice.practitioner.core.send(id, "How was your day?");
    const told = await mail.until(2);
    expect(told.to).toBe("heron@example.com");
    expect(told.data).toContain("Subject: One new item");
    for (const secret of ["Heron", "Reed", "How was your day?", loginName]) expect(told.data).not.toContain(secret);

    // A mail program stops it with one request, and the app says so.
    const [, link = ""] = /List-Unsubscribe: <([^>]*)>/u.exec(told.data.replace(/\r\n\s+/gu, " ")) ?? [];
    const back = await enter({ loginName });
    expect((await back.request.post(new URL(link).pathname, { form: { "List-Unsubscribe": "One-Click" } })).ok()).toBe(true);
    await back.goto("/app/settings");
    await expect(back.getByText("The mails were stopped from a mail program")).toBeVisible();
    await expectAccessible(back);

    const steward = await enter({ loginName: practice.steward.loginName, oneTimeCode: practice.steward.oneTimeCodes[0] });
    await steward.goto("/app/practice");
    await steward.getByLabel("Where to send the test").fill("steward@example.com");
    await steward.getByRole("button", { name: "Send a test" }).click();
    await expect(steward.getByText("The mail server has taken it")).toBeVisible();
    expect((await mail.until(3)).to).toBe("steward@example.com");
    await expectAccessible(steward);
    await practice.close();
  } finally {
    await server.stop();
    await mail.stop();
  }
});
