import { coordinator } from '../support/journey/cast';
import { expect, test, type Walker } from '../support/journey/journey';
import {
  faintMarks,
  keysLeadOn,
  namesOf,
  scrollsSideways,
  silentRegions,
  statesFinding,
  unseenLinks,
} from '../support/journey/drawings/look';
import { DRAWN_PAGES } from '../support/journey/drawings/pages';
import { drawnWorld } from '../support/journey/drawings/world';

// Drawings are made by the server, and no page that has one sends a script.
test.skip(({ javaScriptEnabled }) => javaScriptEnabled === true);

test('each kind of drawing says what it shows, to eyes, ears, keys and forced colours', async ({
  journey,
}) => {
  const keeper = await coordinator();
  const world = await drawnWorld(journey, keeper.id);
  const desk = await journey.as(keeper);
  for (const page of DRAWN_PAGES)
    await test.step(page, async () => {
      await desk.page.setViewportSize({ width: 1280, height: 900 });
      await desk.open(world[page]);
      await looksRight(desk, page);
    });
});

async function looksRight({ page }: Walker, where: string): Promise<void> {
  const drawings = await namesOf(page);
  expect.soft(drawings.length, `${where} has a drawing`).toBeGreaterThan(0);
  for (const { caption, name } of drawings) {
    expect.soft(name, `${where}: what is heard is what is read`).toBe(caption);
    expect.soft(statesFinding(caption), `${where}: “${caption}” states a finding`).toBe(true);
  }
  expect.soft(await page.locator('main table tbody tr').count(), `${where} has a table`).toBeGreaterThan(0);
  expect.soft(await unseenLinks(page), `${where}: links`).toEqual([]);
  expect.soft(await keysLeadOn(page), `${where}: the tab key leads on`).toBe(true);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    expect.soft(await faintMarks(page), `${where} in forced colours, ${colorScheme}`).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 900 });
  await expect.poll(() => silentRegions(page), `${where}: what scrolls, forced colours`).toEqual([]);
  await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
  await expect.poll(() => silentRegions(page), `${where}: what scrolls`).toEqual([]);
  expect.soft(await scrollsSideways(page), `${where} at 320 pixels`).toBe(false);
}
