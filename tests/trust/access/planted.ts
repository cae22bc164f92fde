import type { Findings } from '../suite';
import type { Cell } from './cells';
import { differencesIn } from './differences';
import { FAULTS, plant } from './faults';
import { builtText, loadChanged } from './product';
import type { Scene } from './scene/scene';

/** Plants the faults one at a time and opens the addresses concerned again; how many were found. */
export async function plantFaults(
  scene: Scene,
  cells: readonly Cell[],
  databaseUrl: string,
  most: number,
  findings: Findings,
): Promise<{ planted: number; found: number }> {
  const text = builtText();
  const faults = FAULTS.slice(0, most);
  // Of those left out of a sample at least the place is looked for: it moves with every change of the product.
  for (const { name } of FAULTS.slice(most).filter((fault) => plant(text, fault) === null))
    findings.check(false, noPlace(name));
  let found = 0;
  for (const fault of faults) {
    const changed = plant(text, fault);
    if (changed === null) {
      findings.check(false, noPlace(fault.name));
      continue;
    }
    const product = await loadChanged(changed, fault.name, databaseUrl);
    const concerned = cells.filter(({ route }) => fault.routes.includes(route));
    const differences = await differencesIn(product, scene, concerned);
    if (differences.length > 0) found += 1;
    findings.check(
      differences.length > 0,
      `planted “${fault.name}”: found by ${differences.length} of ${concerned.length} cells`,
    );
  }
  return { planted: faults.length, found };
}

const noPlace = (name: string): string => `“${name}”: its place is not in the build, or not only once`;
