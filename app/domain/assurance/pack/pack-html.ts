import { showMoney } from '../../money';
import { showInstant } from '../../uk-time';
import { labelOf } from './field-label';
import {
  fileOf,
  STAGE_ORDER,
  STAGES,
  type Fields,
  type Json,
  type Pack,
  type PackSet,
  type Stage,
} from './pack';

export interface Heading {
  title: string;
  madeAt: string;
  madeBy: string;
  redacted: boolean;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:1rem auto;padding:0 1rem}dl{display:grid;' +
  'grid-template-columns:minmax(8rem,14rem) 1fr;gap:.2rem 1rem;border-top:1px solid #999;padding-top:.5rem}' +
  'dt{font-weight:600}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}li{overflow-wrap:anywhere}' +
  '@media(max-width:40rem){dl{display:block}dd{margin:0 0 .5rem}}';

export const pageOf = (title: string, body: string): string =>
  `<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body>${body}</body></html>\n`;

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
const isInstant = (text: string): boolean => INSTANT.test(text) && !Number.isNaN(Date.parse(text));
const MONEY = /^(amount|budget_minimum|budget_maximum|planned_amount|actual_amount|overheads|dayRate)$/;

/** A text as people read it: instants as they were in the United Kingdom. */
export const inWords = (text: string): string => (isInstant(text) ? showInstant(text) : text);

type Names = ReadonlyMap<string, string>;

function wordsOf(name: string, value: Json, names: Names): string {
  if (value === null || value === '') return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return MONEY.test(name) ? showMoney(value) : String(value);
  if (typeof value === 'string') {
    const known = names.get(value);
    if (known !== undefined) return escapeHtml(known);
    return escapeHtml(inWords(value));
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => `<li>${wordsOf(name, item, names)}</li>`).join('');
    return items === '' ? '' : `<ul>${items}</ul>`;
  }
  return listOf(value, names);
}

const isShown = (value: Json): boolean =>
  value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** Beside a currency an amount is in pounds; else in pence. */
const listOf = (fields: Fields, names: Names): string =>
  `<dl>${Object.entries(fields)
    .filter(([name, value]) => name !== 'id' && isShown(value))
    .map(([name, value]) => {
      const words = wordsOf('currency' in fields ? '' : name, value, names);
      return `<dt>${escapeHtml(labelOf(name))}</dt><dd>${words}</dd>`;
    })
    .join('')}</dl>`;

/** What identifiers stand for: people, teams, organisations, and what else has a name of its own. */
export function namesIn({ sets }: Pack): Names {
  const names = new Map<string, string>();
  for (const { records } of sets)
    for (const { fields } of records) {
      const { id, name, title, reference } = fields;
      const called = [name, title, reference].find((text) => typeof text === 'string' && text !== '');
      if (typeof id === 'string' && typeof called === 'string' && !names.has(id)) names.set(id, called);
    }
  return names;
}

/** One folder to be read, without a script. */
export function stagePage(stage: Stage, sets: readonly PackSet[], names: Names): string {
  const { title } = STAGES[stage];
  const parts = sets.map(
    (set) =>
      `<h2 id="${set.name}">${escapeHtml(set.title)}</h2><p><a href="${set.name}.json">${set.name}.json</a>, ` +
      `${set.records.length} ${set.records.length === 1 ? 'record' : 'records'}</p>` +
      set.records.map(({ fields }) => listOf(fields, names)).join(''),
  );
  return pageOf(
    title,
    `<p><a href="../index.html">Contents</a></p><h1>${escapeHtml(title)}</h1>${parts.join('')}`,
  );
}

/** The contents, what was left out and why, and how to check the whole. */
export function contentsPage(pack: Pack, { title, madeAt, madeBy, redacted }: Heading): string {
  const stages = STAGE_ORDER.flatMap((stage) => {
    const sets = pack.sets.filter((set) => set.stage === stage && set.records.length > 0);
    if (sets.length === 0) return [];
    const { folder, title: name } = STAGES[stage];
    const items = sets.map(
      (set) =>
        `<li><a href="${folder}/index.html#${set.name}">${escapeHtml(set.title)}</a>: ${set.records.length} ` +
        `(<a href="${fileOf(set)}">data</a>)</li>`,
    );
    return [`<h2><a href="${folder}/index.html">${escapeHtml(name)}</a></h2><ul>${items.join('')}</ul>`];
  });
  const out = pack.leftOut.map(({ what, why }) => `<li>${escapeHtml(what)}. ${escapeHtml(why)}</li>`);
  const name = redacted ? 'Redacted pack' : 'Assurance pack';
  return pageOf(
    `${name}: ${title}`,
    `<h1>${name}: ${escapeHtml(title)}</h1><p>Made ${escapeHtml(showInstant(madeAt))} by ${escapeHtml(madeBy)}. ` +
      `Its files, their lengths and hashes stand in <a href="manifest.json">manifest.json</a>, which is signed. ` +
      `To check it: <code>node verify-pack.mjs FILE --key PUBLIC-KEY</code></p>` +
      (redacted ? '<p>What was withheld, and why: <a href="redactions.html">redactions</a></p>' : '') +
      `${stages.join('')}<h2>Left out</h2><ul>${out.join('')}</ul>`,
  );
}
