import { connectTo, disconnect } from '~/platform/db.server';
import { createTestDatabase, holdTestServer } from '../../support/database-server';
import { cellsOf, gapsOf, sampleOf, type Cell } from '../access/cells';
import { differencesIn, inWords } from '../access/differences';
import { sendForms } from '../access/forms';
import { selfJudging } from '../access/own-imports';
import { plantFaults } from '../access/planted';
import { loadProduct } from '../access/product';
import { ACTOR_NAMES, OF_SEVERAL_ROLES } from '../access/roles';
import { setScene, type Scene } from '../access/scene/scene';
import { TABLE } from '../access/table/all';
import { Findings, type SuiteOptions, type SuiteResult } from '../suite';

const WHOLE = { cells: 2_000, actors: 12, ofSeveralRoles: 2, faults: 10 };
const SAMPLE = { ...WHOLE, cells: 400, faults: 3 };

/** Who may open what, in which state, and send which form, against a table that knows no policy of the product. */
export async function run({ sample }: SuiteOptions): Promise<SuiteResult> {
  const release = holdTestServer();
  const made = await createTestDatabase();
  const findings = new Findings();
  try {
    await connectTo(made.url);
    const scene = await setScene();
    const tried = await tryEverything(scene, made.url, sample, findings);
    return { tried, failures: findings.failures };
  } finally {
    await disconnect();
    await made.drop();
    await release();
  }
}

async function tryEverything(scene: Scene, url: string, sample: boolean, findings: Findings) {
  const least = sample ? SAMPLE : WHOLE;
  const product = await loadProduct(url);
  checkTable(product.routes, findings);
  const all = cellsOf(TABLE, (noun, state) => scene.things.find(noun, state));
  const cells = sample ? sampleOf(all, least.cells) : all;
  const differences = await differencesIn(product, scene, cells);
  for (const one of differences) findings.check(false, inWords(one));
  sayWhatWasTried(cells, differences.length, findings);
  findings.check(cells.length >= least.cells, `${cells.length} cells, at least ${least.cells}`);

  const concerned = sample ? all.filter(({ form }) => form === 'data') : all;
  const most = sample ? least.faults : Infinity;
  const { planted, found } = await plantFaults(scene, concerned, url, most, findings);
  findings.check(
    found >= least.faults,
    `${found} of ${planted} planted faults found, at least ${least.faults}`,
  );

  // The last of all: whoever may send a form does so in the end, and the scene is another then.
  const forms = sample ? null : await sendForms(product, scene, findings);
  if (forms)
    findings.check(
      forms.differences === 0,
      `${forms.attempts} forms sent ${forms.cells} times, ${forms.differences} differences; ` +
        `${forms.through} went through for those who may`,
    );
  const sent = forms ? ` and ${forms.cells} forms` : '';
  return `${cells.length} cells${sent}, ${differences.length} differences, ${found} of ${planted} faults found`;
}

/** The table speaks of every address of the product and of no other, and takes nothing from the product. */
function checkTable(routes: readonly string[], findings: Findings): void {
  const gaps = [...gapsOf(TABLE, routes), ...selfJudging()];
  for (const gap of gaps) findings.check(false, gap);
  findings.check(gaps.length === 0, `${TABLE.length} rows for the ${routes.length} addresses of the product`);
  findings.check(
    ACTOR_NAMES.length >= WHOLE.actors && OF_SEVERAL_ROLES.length >= WHOLE.ofSeveralRoles,
    `${ACTOR_NAMES.length} actors, ${OF_SEVERAL_ROLES.length} of them with several roles`,
  );
}

function sayWhatWasTried(cells: readonly Cell[], differences: number, findings: Findings): void {
  const count = (of: (cell: Cell) => string) => new Set(cells.map(of)).size;
  const inForm = (form: Cell['form']) => cells.filter((cell) => cell.form === form).length;
  findings.say(
    `${count(({ route }) => route)} addresses in ${count(({ route, state }) => `${route} ${state}`)} states, ` +
      `${inForm('page')} cells as page and ${inForm('data')} as data`,
  );
  findings.check(differences === 0, `${differences} differences`);
}
