/** Every page that shows a figure, whatever components stand between; a journey visits one of each. */
export const DRAWN_PAGES = [
  'app/routes/governance/groups/over-time.tsx',
  'app/routes/governance/overview.tsx',
  'app/routes/insight/demand/demand.tsx',
  'app/routes/insight/map/map.tsx',
  'app/routes/knowledge/elicitation/page.tsx',
  'app/routes/knowledge/finding/page.tsx',
  'app/routes/measures/kept/page.tsx',
  'app/routes/measures/money/money.tsx',
  'app/routes/people/experts/network.tsx',
  'app/routes/people/organisations/organisation.tsx',
  'app/routes/strategy/indicators/page.tsx',
  'app/routes/strategy/spend/page.tsx',
] as const;

export type DrawnPage = (typeof DRAWN_PAGES)[number];
