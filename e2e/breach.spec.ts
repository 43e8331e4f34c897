/** The worst day: a steward writes down what happened and tells those affected; a client reads it when nobody looks. */
import type { Login } from "../scripts/demo/filler.ts";
import { enterAs, fillBrackets } from "./breach_steps.ts";
import { startDrill } from "../web/core/test/server.ts";
import { expect, expectAccessible, expectWellMade, livedInTest as test } from "./fixtures.ts";

test("a breach is entered, told, read and counted", async ({ browser, contextOptions, server, logins }) => {
  const login = (who: RegExp): Login => logins.find((each) => who.test(each.who))!;
  const enter = (who: RegExp) => enterAs(browser, { ...contextOptions, baseURL: server.baseUrl }, login(who));
  const steward = await enter(/^steward/u);

  await test.step("the steward finds what to do and enters what is known", async () => {
    await steward.getByRole("link", { name: "Practice", exact: true }).click();
    await steward.getByRole("link", { name: "Open" }).click();
    await expect(steward.getByText("Nothing is entered")).toBeVisible();
    await expectWellMade(steward);
    await steward.getByRole("link", { name: "Enter a breach" }).click();
    await steward.getByRole("button", { name: "Save" }).click();
    await expect(steward.getByText("Please give it a name.")).toBeVisible();
    await steward.getByLabel("A name for it").fill("The copy from the van");
    await steward.getByLabel("Somebody learnt something about a person they know").check();
    // More than three days ago: late, and said so.
    await steward.getByLabel("When you became aware of it").fill(new Date(Date.now() - 5 * 86_400_000).toISOString().slice(0, 16));
    await steward.getByLabel("Messages", { exact: true }).check();
    await steward.getByRole("button", { name: "Save" }).click();
    await expect(steward.getByRole("heading", { name: "The clocks" })).toBeVisible();
    await expect(steward.getByText(/^Late\. It was due on/u)).toBeVisible();
    await expect(steward.getByText("The 72 hours were not kept.")).toBeVisible();
    await expectWellMade(steward);
  });

  await test.step("tells everybody, in words that begin kindly", async () => {
    await steward.getByRole("button", { name: "Write a notice" }).click();
    const happened = steward.getByRole("group", { name: /^In /u }).getByLabel("What happened");
    await expect(happened.first()).toBeVisible();
    for (const field of await happened.all()) await field.fill("On Tuesday somebody from the neighbourhood saw a list of appointments.");
    await steward.getByRole("button", { name: "See it as they will" }).click();
    await expect(steward.getByText("Please replace what stands in [brackets]").first()).toBeVisible();
    await expectWellMade(steward);
    await fillBrackets(steward);
    await steward.getByRole("button", { name: "See it as they will" }).click();
    await expect(steward.getByRole("dialog").getByText("None of this is your fault.")).toBeVisible();
    await expectWellMade(steward);
    await steward.getByRole("button", { name: "Send it to them" }).click();
    await expect(steward.getByText(/Read by .?0.? of .?\d+.? accounts/u).first()).toBeVisible();
  });

  const client = await enter(/^client, talks/u);
  await test.step("a client sees that there is a message, and not what about", async () => {
    await expect(client.getByRole("heading", { name: "A message for you" })).toBeVisible();
    await expect(client.getByText("neighbourhood")).toHaveCount(0);
    await expectWellMade(client);
    await client.getByRole("button", { name: "Later" }).click();
    await expect(client.getByText("A message from the practice waits for you.")).toBeVisible();
    await expectWellMade(client);
    await client.getByRole("button", { name: "Open", exact: true }).click();
    await client.getByRole("button", { name: "Read it now" }).click();
    await expect(client.getByText("None of this is your fault.")).toBeVisible();
    await expect(client.getByText("neighbourhood")).toBeVisible();
    await expect(client.getByRole("link", { name: "112" })).toBeVisible();
    await expectWellMade(client);
    await client.getByRole("button", { name: "I have read it" }).click();
    await expect(client.getByRole("heading", { name: "From the practice" })).toHaveCount(0);
    await client.goto("/app/settings/told");
    await client.getByRole("button", { name: "Read it now" }).click();
    await expect(client.getByText("neighbourhood")).toBeVisible();
  });

  await test.step("the register counts, the papers are filled in, and everything is stopped", async () => {
    await steward.reload();
    await expect(steward.getByText(/Read by .?1.? of .?\d+.? accounts/u).first()).toBeVisible();
    await steward.getByText("Supervisory authority (GDPR, Article 33)", { exact: true }).click();
    await expect(steward.locator(".breach-paper").first()).toContainText("Why it was told late");
    await expectWellMade(steward);
    await steward.getByRole("link", { name: "When it is breached" }).click();
    await steward.getByRole("button", { name: "Freeze sign-ups" }).click();
    await steward.getByRole("dialog").getByRole("button", { name: "Freeze sign-ups" }).click();
    await expect(steward.getByRole("button", { name: "Allow sign-ups again" })).toBeVisible();
    await steward.getByRole("button", { name: "Replace all keys" }).click();
    await expectWellMade(steward);
    await steward.getByRole("dialog").getByRole("button", { name: "Replace all keys" }).click();
    await expect(steward.getByText(/All devices were asked on/u)).toBeVisible();
    await steward.getByRole("button", { name: "Exchange the server’s keys" }).click();
    await expectWellMade(steward);
    await steward.getByRole("dialog").getByRole("button", { name: "Exchange the server’s keys" }).click();
    await expect(steward.getByText(/^The keys are new\./u)).toBeVisible();
    await expect(steward.getByText(/^At most .?\d+.? accounts/u)).toBeVisible();
    await expect(steward.getByText(/^new since /u)).toHaveCount(5);
    await expectWellMade(steward);
    await steward.getByRole("button", { name: "End all sessions" }).click();
    await steward.getByRole("dialog").getByRole("button", { name: "End all sessions" }).click();
    await expect(steward.getByText(/sessions? .*ended\./u)).toBeVisible();
    await expect(client.getByLabel("Passphrase", { exact: true })).toBeVisible();
    // By the passphrase of before, under the new keys.
    await client.getByLabel("Passphrase", { exact: true }).fill(login(/^client, talks/u).passphrase);
    await client.getByRole("button", { name: "Log in" }).click();
    await expect(client.getByRole("navigation", { name: "Main" })).toBeVisible();
  });

  await test.step("a drill bears its mark on every page, which hides nothing that the keyboard comes to", async () => {
    const drill = await startDrill(server.data);
    const there = await (await browser.newContext({ ...contextOptions, baseURL: drill.baseUrl })).newPage();
    for (const path of ["/", "/app"]) {
      await there.goto(path);
      const mark = there.getByRole("complementary").filter({ hasText: "Drill: a copy." });
      await expect(mark).toBeVisible();
      await expect(there.getByRole("heading", { level: 1 })).toBeVisible();
      await expectAccessible(there);
      // Backwards from the end, so that the page scrolls what has the focus to its top, below the mark.
      for (let presses = 0; presses < 30; presses++) {
        await there.keyboard.press("Shift+Tab");
        const hidden = await mark.evaluate((it) => {
          const at = document.activeElement;
          if (!at || at === document.body || it.contains(at)) return "";
          const { left, top, width, height } = at.getBoundingClientRect();
          const seen = document.elementFromPoint(left + width / 2, top + height / 2);
          return height > 1 && seen && it.contains(seen) ? at.outerHTML.slice(0, 120) : "";
        });
        expect(hidden, "hidden behind the mark").toBe("");
      }
    }
    await drill.stop();
  });
});
