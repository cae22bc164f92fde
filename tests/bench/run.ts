// npm run bench                                 pages against a minimal page, queries and bytes
// npm run bench -- retrieval [--sets FOLDER]    how well documents are ranked for queries, beside published figures
// npm run bench -- experts [--sets FOLDER]      who is found for a question, on collections with known answers
// npm run bench -- assignment [--sets FOLDER]   who assesses what, beside the known optimum and a greedy way
// npm run bench -- duplicates                   whether a question put in other words is found among thousands
// npm run bench -- overlap                      whether groups that do the same are found among ninety-six
// npm run bench -- ratings                      whether the adjusted figure ranks better than the mean
// npm run bench -- suggestions [EXPERTS]        whom to invite, among a hundred thousand experts
// npm run bench -- scale [FINDINGS]             what a million findings cost beside a thousand
// npm run bench -- dashboards [PART]            every dashboard at a million findings beside a thousand
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const [name, ...args] = process.argv.slice(2);
const SETS: Record<string, { needs: string[]; bench: (folder: string) => Promise<boolean> }> = {
  retrieval: {
    needs: ['cranfield.json', 'cisi.json'],
    bench: async (folder) => (await import('./retrieval')).benchRetrieval(folder),
  },
  experts: {
    needs: ['experts.json', 'experts-large.json.gz'],
    bench: async (folder) => (await import('./experts')).benchExperts(folder),
  },
  assignment: {
    needs: ['assignment.json'],
    bench: async (folder) => Promise.resolve((await import('./assignment')).benchAssignment(folder)),
  },
};

const OWN: Record<string, () => Promise<boolean>> = {
  duplicates: async () => (await import('./duplicates')).benchDuplicates(),
  overlap: async () => Promise.resolve((await import('./overlap')).benchOverlap()),
  ratings: async () => Promise.resolve((await import('./ratings')).benchRatings()),
  suggestions: async () =>
    (await import('./suggestions')).benchSuggestions(args[0] === undefined ? undefined : Number(args[0])),
  dashboards: async () =>
    (await import('./dashboards')).benchDashboards(args[0] === undefined ? undefined : Number(args[0])),
  scale: async () =>
    (await import('./scale')).benchScale(args[0] === undefined ? undefined : Number(args[0])),
};

const own = OWN[name ?? ''];
if (name === undefined) await import('./pages');
else if (own) process.exitCode = (await own()) ? 0 : 1;
else process.exitCode = (await onSets(name)) ? 0 : 1;

/** The collections are for development and stay out of the project. */
async function onSets(chosen: string): Promise<boolean> {
  const set = SETS[chosen];
  if (!set) {
    console.error(
      `There is no bench “${chosen}”. There are: ${[...Object.keys(SETS), ...Object.keys(OWN)].join(', ')}.`,
    );
    return false;
  }
  const at = args.indexOf('--sets');
  const folder = resolve(at < 0 ? '../shared/bench' : (args[at + 1] ?? ''));
  const missing = set.needs.filter((file) => !existsSync(resolve(folder, file)));
  if (missing.length > 0) {
    console.error(`${folder} does not hold ${missing.join(' and ')}. Say where with --sets FOLDER.`);
    return false;
  }
  return set.bench(folder);
}
