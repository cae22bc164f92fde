interface Wanted {
  type: string;
  weight: number;
}

function wantedIn(accept: string): Wanted[] {
  return accept
    .slice(0, 1000)
    .split(',')
    .map((part) => {
      const [type = '', ...parameters] = part.split(';').map((each) => each.trim().toLowerCase());
      const weight = Number(parameters.find((each) => each.startsWith('q='))?.slice(2) ?? 1);
      return { type, weight: weight >= 0 && weight <= 1 ? weight : 0 };
    })
    .filter(({ type }) => type !== '');
}

/** How much a type is wanted: by its own name before its kind, by its kind before anything. */
function weightOf(type: string, wanted: readonly Wanted[]): number {
  const kind = `${type.split('/')[0]}/*`;
  for (const name of [type, kind, '*/*']) {
    const found = wanted.find((one) => one.type === name);
    if (found) return found.weight;
  }
  return 0;
}

/** Which of the offered media types an Accept header asks for, the first offered among equals; null for none. */
export function negotiated(accept: string | null, offered: readonly string[]): string | null {
  if (accept === null || accept.trim() === '') return offered[0] ?? null;
  const wanted = wantedIn(accept);
  let best: { type: string; weight: number } | null = null;
  for (const type of offered) {
    const weight = weightOf(type, wanted);
    if (weight > 0 && weight > (best?.weight ?? 0)) best = { type, weight };
  }
  return best?.type ?? null;
}
