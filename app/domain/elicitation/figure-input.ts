const MOST = 1e12;

/** A number as people type it, `1,200`, `£1,200`, `35%`, `-0.5`; null for what is none. */
export function readFigure(given: unknown): number | null {
  if (typeof given === 'number') return Number.isFinite(given) ? given : null;
  if (typeof given !== 'string') return null;
  const bare = given.replaceAll(/[\s,£%]/g, '').replace('−', '-');
  if (!/^[+-]?(\d+(\.\d+)?|\.\d+)$/.test(bare)) return null;
  const value = Number(bare);
  return Math.abs(value) <= MOST ? value : null;
}
