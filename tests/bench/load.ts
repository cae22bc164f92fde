import autocannon from 'autocannon';

export interface Load {
  address: string;
  headers?: Record<string, string>;
}

const SECONDS = 2;
const ROUNDS = 5;

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function rate({ address, headers = {} }: Load, seconds: number): Promise<number> {
  const result = await autocannon({ url: address, headers, connections: 8, duration: seconds });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${address}: ${result.non2xx} bad answers`);
  return result.requests.average;
}

/** Requests per second of A ÷ B, alternating, both warmed up; the median of the rounds with its spread. */
export async function ratio(
  a: Load,
  b: Load,
): Promise<{ median: number; lowest: number; highest: number; rateA: number }> {
  await rate(a, 2);
  await rate(b, 2);
  const ratios: number[] = [];
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const ours = await rate(a, SECONDS);
    ratios.push(ours / (await rate(b, SECONDS)));
    rates.push(ours);
  }
  return {
    median: median(ratios),
    lowest: Math.min(...ratios),
    highest: Math.max(...ratios),
    rateA: median(rates),
  };
}
