/** Pictures of every public page, before anybody set the practice up. */
import { test } from "./fixtures.ts";
import { PUBLIC_PAGES } from "./public_pages.ts";
import { shot } from "./shot.ts";

for (const language of ["en", "de", "ar"] as const) {
  test(`public pages: ${language}`, async ({ page }) => {
    for (const path of [...PUBLIC_PAGES, "/nowhere"]) {
      await page.goto(`${path}?lang=${language}`);
      await shot(page, `public${path === "/" ? "-home" : path.replaceAll("/", "-")}-${language}`);
    }
  });
}
