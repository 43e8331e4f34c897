/** Pictures of the public pages of a practice that is set up: its directory, a profile, its numbers. */
import { livedInTest as test } from "./fixtures.ts";
import { shot } from "./shot.ts";

test("public pages of a practice", async ({ page, server }) => {
  for (const language of ["en", "de", "ar"] as const) {
    for (const [path, name] of [["/", "home"], ["/practitioners", "directory"], ["/crisis", "crisis"], ["/contact", "contact"]] as const) {
      await page.goto(`${path}?lang=${language}`);
      await shot(page, `practice-${name}-${language}`);
    }
    await page.goto(`/practitioners?lang=${language}`);
    await page.getByRole("main").getByRole("link", { name: /Mara Lindqvist/u }).first().click();
    await shot(page, `practice-profile-${language}`);
  }
});
