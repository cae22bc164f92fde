import { readdirSync, readFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { normalised } from './dom';
import { withMarkup } from './markup';
import { usedComponents } from './used-components';

type Fixture = { name: string; options: unknown; html: string };

const folder = 'node_modules/govuk-frontend/dist/govuk/components';
const leastShare = 0.9;

function fixturesOf(component: string): Fixture[] {
  const file = path.join(folder, component, 'fixtures.json');
  if (!existsSync(file)) return [];
  const parsed = JSON.parse(readFileSync(file, 'utf8')) as { fixtures: Fixture[] };
  return parsed.fixtures;
}

/** Names of the fixtures whose DOM differs from what our component renders. */
function differing(component: string, fixtures: readonly Fixture[], showDifferences: boolean): string[] {
  const translate = usedComponents[component];
  if (!translate) return [];
  return fixtures.flatMap(({ name, options, html }) => {
    const ours = normalised(withMarkup(renderToStaticMarkup(translate(options as never))));
    const theirs = normalised(html);
    if (ours === theirs) return [];
    if (showDifferences) console.log(`\n${component}: ${name}\n--- official\n${theirs}\n--- ours\n${ours}`);
    return [name];
  });
}

/** Renders every official fixture through our components; `-- --show` prints what differs, `-- button` one component. */
function run(flags: readonly string[]): number {
  const showDifferences = flags.includes('--show');
  const only = flags.filter((flag) => !flag.startsWith('--'));
  const all = readdirSync(folder).filter((component) => fixturesOf(component).length > 0);
  const used = all.filter((name) => usedComponents[name] && (only.length === 0 || only.includes(name)));
  const count = { matched: 0, total: 0 };
  const tooFew: string[] = [];
  for (const component of used) {
    const fixtures = fixturesOf(component);
    const missed = differing(component, fixtures, showDifferences);
    const matched = fixtures.length - missed.length;
    count.matched += matched;
    count.total += fixtures.length;
    if (matched / fixtures.length < leastShare) tooFew.push(component);
    const remark = missed.length > 0 ? `  differ: ${missed.join(', ')}` : '';
    console.log(`${component.padEnd(22)}${String(matched).padStart(3)} of ${fixtures.length}${remark}`);
  }
  const share = ((count.matched / count.total) * 100).toFixed(1);
  const unused = all.filter((name) => !usedComponents[name]);
  console.log(
    `\nmatched ${count.matched} of ${count.total} fixtures of ${used.length} components (${share} %)`,
  );
  console.log(`not used by our pages: ${unused.join(', ')}`);
  if (tooFew.length > 0) console.log(`below ${leastShare * 100} %: ${tooFew.join(', ')}`);
  return tooFew.length > 0 ? 1 : 0;
}

process.exitCode = run(process.argv.slice(2));
