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
    await page.goto(`/security?lang=${language}`);
    await page.locator("main details").evaluateAll((all) => all.forEach((each) => each.setAttribute("open", "")));
    await shot(page, `public-security-opened-${language}`);
    await page.setExtraHTTPHeaders({ Forwarded: "for=203.0.113.7" });
    await page.goto(`/security?lang=${language}`);
    await shot(page, `public-security-proxied-${language}`);
  });
}
