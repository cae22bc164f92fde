import { expect, test } from '../support/journey/journey';

test('a visitor reads what Soundings says of itself', async ({ journey }) => {
  const visitor = await journey.visitor();
  for (const path of ['/', '/accessibility', '/privacy', '/how-bids-are-sealed']) await visitor.open(path);
  const answer = await visitor.page.goto(`${journey.address}/no-such-page`);
  expect(answer?.status()).toBe(404);
  await visitor.arrived();
  await visitor.heading('Page not found');
});

test('reading pages ship no script', async ({ journey }) => {
  const visitor = await journey.visitor();
  await visitor.open('/');
  expect(await visitor.page.locator('script').count()).toBe(0);
});
