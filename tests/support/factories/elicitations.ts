/** The three parts of a day so many days from now, for a date field. */
export const dayParts = (name: string, days: number): Record<string, string> => {
  const day = new Date(Date.now() + days * 86_400_000);
  return {
    [`${name}.day`]: String(day.getUTCDate()),
    [`${name}.month`]: String(day.getUTCMonth() + 1),
    [`${name}.year`]: String(day.getUTCFullYear()),
  };
};

/** What a form sends that asks experts for one number; `ahead` is how far the product's clock was moved. */
export const opening = (over: Record<string, string> = {}, ahead = 0): Record<string, string> => ({
  ...{ title: 'Parcels of the north', background: 'Seizures are a part of them.' },
  ...{ 'q1-1-asks': 'How many parcels a month?', 'q1-2-kind': 'quantity', 'q1-3-unit': 'parcels' },
  ...{ 'q1-4-lower': '0', 'q1-5-upper': '1,000' },
  ...dayParts('firstClosesOn', ahead + 10),
  ...dayParts('secondClosesOn', ahead + 20),
  ...over,
});
