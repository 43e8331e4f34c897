/** The life of an account: made, left, come back to, lost, recovered, secured, destroyed. */
import type { Page } from "@playwright/test";
import { createAccount, keepCode, offeredWords, signUp } from "./entry_steps.ts";
import { expect, expectWellMade, listenForErrors, test } from "./fixtures.ts";
import { ownBrowser } from "./staff.ts";

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const inside = (page: Page) => page.getByRole("navigation", { name: "Main" });
const goToSettings = async (page: Page) => {
  await page.getByRole("link", { name: "Settings" }).click();
  await expect(page.getByRole("heading", { name: "Settings" })).toBeFocused();
};

test("an account is made, left, recovered, secured and destroyed", async ({ browser, page, context, server, contextOptions }) => {
  const heard = listenForErrors(context);

  await page.goto("/app");
  await expect(page.getByRole("heading", { name: "A quiet place to talk" })).toBeVisible();
  await expectWellMade(page);
  await page.getByRole("link", { name: "Start anonymously" }).click();
  const first = await test.step("sign up, and type the recovery code back", () => beginWithCare(page));
  await expect(inside(page)).toBeVisible();

  await test.step("log out: nothing of the account stays", async () => {
    await goToSettings(page);
    await expectWellMade(page);
    await button(page, "Log out").click();
    await expect(page.getByRole("heading", { name: "A quiet place to talk" })).toBeVisible();
    await page.goto("/app/log-in");
    await expect(page.getByRole("heading", { name: "Log in" })).toBeVisible();
    await expect(page.getByText(first.loginName)).toHaveCount(0);
  });

  await test.step("a wrong passphrase, then the right one; the name in any way of writing", async () => {
    await page.getByLabel("Login name").fill(first.loginName.replaceAll("-", " ").toUpperCase());
    await expect(page.getByLabel("Passphrase", { exact: true })).toHaveAttribute("type", "password");
    await page.getByLabel("Passphrase", { exact: true }).fill("not the right words");
    await button(page, "Log in").click();
    await expect(page.getByText("Login name and passphrase do not fit together.")).toBeVisible();
    await expect(page.getByLabel("Passphrase", { exact: true })).toBeFocused();
    await expectWellMade(page);
    await test.step("pasted, as from a manager of passphrases", async () => {
      const [name, passphrase] = [page.getByLabel("Login name"), page.getByLabel("Passphrase", { exact: true })];
      await name.fill(first.passphrase);
      await name.press("Control+A");
      await name.press("Control+C");
      await name.fill(first.loginName);
      await expect(passphrase).toHaveAttribute("autocomplete", "current-password");
      await passphrase.press("Control+A");
      await passphrase.press("Control+V");
    });
    await button(page, "Log in").click();
    await expect(inside(page)).toBeVisible();
  });

  const other = await (await browser.newContext({ ...contextOptions, baseURL: server.baseUrl })).newPage();
  const second = await test.step("elsewhere: recover by the code", () => recover(other, first));

  const third = await test.step("change the passphrase there", async () => {
    await goToSettings(other);
    await button(other, "Change passphrase").click();
    await other.getByLabel("Your present passphrase").fill(first.passphrase);
    const next = await offeredWords(other);
    await button(other, "Change it now").click();
    await expect(other.getByText("This is not your present passphrase.")).toBeVisible();
    await expectWellMade(other);
    await other.getByLabel("Your present passphrase").fill(second.passphrase);
    await button(other, "Change it now").click();
    await expect(other.getByText("Your passphrase was changed.")).toBeVisible();
    return next;
  });

  await test.step("a name and marks are kept", async () => {
    await other.getByLabel("What you are called").fill("Ein anderer Name");
    await button(other, "Save").click();
    await other.getByLabel("Show when I have read something").uncheck();
    await expect(other.getByText("Saved.")).toHaveCount(2);
    await other.reload();
    await expect(other.getByLabel("What you are called")).toHaveValue("Ein anderer Name");
    await expect(other.getByLabel("Show when I have read something")).not.toBeChecked();
  });

  await test.step("log out everywhere else", async () => {
    // Recovering elsewhere ended this one; its name is still known here.
    await expect(page.getByRole("heading", { name: "Welcome back" })).toBeVisible();
    await expect(page.getByText(first.loginName).first()).toBeVisible();
    await expectWellMade(page);
    await page.getByLabel("Passphrase", { exact: true }).fill(third);
    await button(page, "Log in").click();
    await expect(inside(page)).toBeVisible();
    await button(other, "Log out everywhere else").click();
    const dialog = other.getByRole("dialog");
    await expectWellMade(other);
    await dialog.getByRole("button", { name: "Log out everywhere else" }).click();
    await expect(other.getByText("One other browser was logged out.")).toBeVisible();
    await expect(page.getByText("was logged out from another of your browsers")).toBeVisible();
    await expect(page.getByText(first.loginName)).toHaveCount(0);
    await expectWellMade(page);
  });

  await test.step("delete the account", async () => {
    await button(other, "Delete my account …").click();
    await expectWellMade(other);
    await other.getByLabel("Your present passphrase").fill(third);
    await button(other, "Delete account for good").click();
    await expect(other.getByText("Your account is deleted")).toBeVisible();
    await expectWellMade(other);
    await page.getByRole("link", { name: "Log in" }).click();
    await page.getByLabel("Login name").fill(first.loginName);
    await page.getByLabel("Passphrase", { exact: true }).fill(third);
    await button(page, "Log in").click();
    await expect(page.getByText("Login name and passphrase do not fit together.")).toBeVisible();
  });
  await other.context().close();
  expect(heard.filter((said) => !/status of 4|ERR_INTERNET_DISCONNECTED/u.test(said))).toEqual([]);
});

test("words that are offered late do not take the place of what was chosen meanwhile", async ({ page, context }) => {
  await page.goto("/app");
  await page.waitForLoadState("networkidle");
  let arrive = (): void => undefined;
  const slow = new Promise<void>((resolve) => { arrive = resolve; });
  await context.route("**/assets/app/*.js", (route) => slow.then(() => route.continue()));
  await page.getByRole("link", { name: "Start anonymously" }).click();
  await button(page, "Choose my own").click();
  const own = page.getByLabel("Your own passphrase");
  await own.fill("plain copper window Tuesday 41 gravel");
  arrive();
  // Judged with lists that come after those words.
  await expect(page.locator(".strength-strong")).toBeVisible();
  await expect(own).toHaveValue("plain copper window Tuesday 41 gravel");
});

test("a name that is typed before the core has come stays", async ({ page, context }) => {
  let arrive = (): void => undefined;
  const slow = new Promise<void>((resolve) => { arrive = resolve; });
  await context.route("**/assets/app/worker-*.js", (route) => slow.then(() => route.continue()));
  await page.goto("/app/sign-up");
  const name = page.getByRole("textbox", { name: "Pseudonym" });
  await name.fill("Whoever I am");
  arrive();
  const words = await offeredWords(page);
  await button(page, "Other words").click();
  await expect(page.locator(".offered"), "it answers in turn, and was asked for a name before").not.toHaveText(words);
  await expect(name).toHaveValue("Whoever I am");
});

/** Refuses a weak passphrase, loses nothing offline, notices a wrong code. */
async function beginWithCare(page: Page) {
  await expect(page.locator(".offered")).not.toBeEmpty();
  await expectWellMade(page);
  await button(page, "Choose my own").click();
  const own = page.getByLabel("Your own passphrase");
  await expect(own).toBeFocused();
  await own.fill("password123");
  await expect(page.getByText("Too easy to guess.")).toBeVisible();
  await button(page, "Create account").click();
  await expect(page.getByText("This passphrase could be guessed.")).toBeVisible();
  await expect(own).toBeFocused();
  await expectWellMade(page);
  await button(page, "Offer me words instead").click();
  const words = await offeredWords(page);
  await page.context().setOffline(true);
  await button(page, "Create account").click();
  await expect(page.getByText("There is no connection at the moment.")).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.locator(".offered")).toHaveText(words);
  const passphrase = await createAccount(page);

  await expect(page.getByRole("heading", { name: "Write these down now" })).toBeFocused();
  await expectWellMade(page);
  await button(page, "I have written it down").click();
  await page.getByLabel("Type the recovery code again").fill("0000 1111");
  await button(page, "Continue").click();
  await expect(page.getByText("That is not the code you were shown.")).toBeVisible();
  await expectWellMade(page);
  await button(page, "Look at the code again").click();
  const kept = await keepCode(page);
  return { ...kept, passphrase };
}

/** By the code alone, typed the way people do; a new passphrase and a new code follow. */
async function recover(page: Page, { loginName, recoveryCode }: { readonly loginName: string; readonly recoveryCode: string }) {
  await page.goto("/app/recover");
  await page.getByLabel("Recovery code").fill("0000-0000");
  await button(page, "Continue").click();
  await expect(page.getByText("No account has this recovery code.")).toBeVisible();
  await expectWellMade(page);
  await page.getByLabel("Recovery code").fill(recoveryCode.toLowerCase().replaceAll("-", " ").replaceAll("0", "o"));
  await button(page, "Continue").click();
  await expect(page.getByRole("heading", { name: "Choose a new passphrase" })).toBeFocused();
  await expectWellMade(page);
  const passphrase = await offeredWords(page);
  await button(page, "Continue").click();
  const kept = await keepCode(page);
  expect(kept.loginName).toBe(loginName);
  expect(kept.recoveryCode).not.toBe(recoveryCode);
  await expect(inside(page)).toBeVisible();
  return { ...kept, passphrase };
}

test("a link that is spent or torn says what to do", async ({ page }) => {
  await page.goto(`/app/invitation#${"A".repeat(43)}`);
  await expect(page.getByText("This link was used already or has expired.")).toBeVisible();
  await expectWellMade(page);
  await page.goto("about:blank");
  await page.goto("/app/invitation");
  await expect(page.getByText("A part of this link is missing.")).toBeVisible();
  // The way past the frame is a fragment as well, and no link.
  await page.getByRole("link", { name: "Skip to the content" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("#main")).toBeFocused();
  await expect(page.getByText("A part of this link is missing.")).toBeVisible();
});

test("a link opened by somebody who is in waits until they are out", async ({ page }) => {
  const { loginName } = await signUp(page);
  await page.goto(`/app/invitation#${"A".repeat(43)}`);
  await expect(page.getByRole("heading", { name: "You are logged in already" })).toBeVisible();
  await expect(page.getByText(loginName)).toBeVisible();
  await expectWellMade(page);
  await button(page, "Stay logged in").click();
  await expect(page.getByRole("heading", { name: "You are logged in already" })).toHaveCount(0);
  await page.goto(`/app/invitation#${"A".repeat(43)}`);
  await button(page, "Log out and use the link").click();
  await expect(page.getByText("This link was used already or has expired.")).toBeVisible();
});

test("a second window says that the first is in use, and can take over", async ({ page, context }) => {
  await signUp(page);
  const second = await context.newPage();
  await second.goto("/app/settings");
  await expect(second.getByRole("heading", { name: "Open in another window" })).toBeVisible();
  await expectWellMade(second);
  await button(second, "Use it here").click();
  await expect(second.getByRole("heading", { name: "Settings" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Open in another window" })).toBeVisible();
});

test("what could not start is started again", async ({ page }) => {
  await signUp(page);
  await refuseOnce(page, "GetSession", "internal");
  await page.reload();
  await expect(page.getByRole("heading", { name: "This could not start" })).toBeVisible();
  await expect(page.getByText("Something went wrong on our side.")).toBeVisible();
  await expectWellMade(page);
  await button(page, "Try again").click();
  await expect(inside(page)).toBeVisible();
});

/** Answers the next call of a procedure as the server refuses with this code. */
async function refuseOnce(page: Page, procedure: string, code: string): Promise<void> {
  const info = Buffer.concat([Buffer.from([0x0a, code.length]), Buffer.from(code)]); // ErrorInfo { code = 1 }
  const details = [{ type: "alcove.v1.ErrorInfo", value: info.toString("base64").replaceAll("=", "") }];
  await page.context().route(`**/${procedure}`, (route) => route.fulfill({ status: 400, contentType: "application/json", body: JSON.stringify({ code: "failed_precondition", message: code, details }) }), { times: 1 });
}

test("a steward joins with a passkey, and confirms with it again before a change", async ({ browser, server, contextOptions }) => {
  const page = await ownBrowser(browser, { ...contextOptions, baseURL: server.baseUrl });
  await page.goto(`/app/setup#${server.setUpToken}`);
  await expect(page.getByRole("heading", { name: "Set up this practice" })).toBeVisible();
  await expectWellMade(page);
  await refuseOnce(page, "RegisterStart", "rate_limited");
  const passphrase = await createAccount(page);
  await expect(page.getByText("Many requests are coming from your network")).toBeVisible();
  await createAccount(page);
  const { loginName } = await keepCode(page);

  await test.step("a prompt that is closed does no harm", async () => {
    await expect(page.getByRole("heading", { name: "Add a passkey" })).toBeFocused();
    await expectWellMade(page);
    await page.evaluate(() => {
      const create = navigator.credentials.create.bind(navigator.credentials);
      navigator.credentials.create = () => {
        navigator.credentials.create = create;
        return Promise.reject(new DOMException("closed", "NotAllowedError"));
      };
    });
    await button(page, "Create passkey").click();
    await expect(page.getByText("The passkey was not confirmed in time")).toBeVisible();
    await expectWellMade(page);
    await button(page, "Create passkey").click();
  });

  const codes = await test.step("the one-time codes are shown, and have to be kept", async () => {
    await expect(page.getByRole("heading", { name: "Your one-time codes" })).toBeFocused();
    await expectWellMade(page);
    await button(page, "Continue").click();
    await expect(page.getByText("Please keep the codes first")).toBeVisible();
    await expect(page.locator(".codes code")).toHaveCount(8);
    const shown = await page.locator(".codes code").allInnerTexts();
    await page.getByLabel("I have kept them").check();
    await button(page, "Continue").click();
    await expect(inside(page)).toBeVisible();
    await expect(page).toHaveURL(/\/app\/practice$/u);
    return shown;
  });

  await test.step("a change asks for the passkey, and is made", async () => {
    await goToSettings(page);
    await expectWellMade(page);
    await button(page, "Make a new code").click();
    await page.getByLabel("Your present passphrase").fill(passphrase);
    await refuseOnce(page, "ChangePassphraseStart", "fresh_login_required");
    await button(page, "Make a new code").click();
    await expect(page.getByRole("dialog", { name: "Once more, your passkey" })).toBeVisible();
    await expectWellMade(page);
    await button(page, "Use passkey").click();
    await keepCode(page);
    await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
  });

  await test.step("the only steward stays", async () => {
    await button(page, "Delete my account …").click();
    await page.getByLabel("Your present passphrase").fill(passphrase);
    await button(page, "Delete account for good").click();
    await expect(page.getByText("You are the only steward here.")).toBeVisible();
    await button(page, "Cancel").click();
  });

  await test.step("a one-time code stands in for the passkey", async () => {
    await button(page, "Log out").click();
    await expect(page.getByRole("heading", { name: "A quiet place to talk" })).toBeVisible();
    await page.getByRole("link", { name: "Log in" }).click();
    await page.getByLabel("Login name").fill(loginName);
    await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
    await button(page, "Log in").click();
    await expect(page.getByRole("heading", { name: "Confirm that it is you" })).toBeFocused();
    await expectWellMade(page);
    await button(page, "My passkey is not at hand").click();
    await page.getByLabel("One-time code").fill("0000000000");
    await button(page, "Use one-time code").click();
    await expect(page.getByText("That passkey or code was not accepted.")).toBeVisible();
    await expectWellMade(page);
    await page.getByLabel("One-time code").fill(codes[0] ?? "");
    await button(page, "Use one-time code").click();
    await expect(page.getByRole("heading", { name: /^You have .?7.? one-time codes left$/u })).toBeFocused();
    await expectWellMade(page);
    await button(page, "Continue").click();
    await expect(inside(page)).toBeVisible();
  });
  await page.context().close();
});
