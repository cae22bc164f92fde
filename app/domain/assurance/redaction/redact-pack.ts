import type { Fields, Json, Pack, PackRecord, PackSet } from '../pack/pack';
import { isSameRecord, leavesOf, mapLeaves, markOf, valueAt, withValueAt, type Redaction } from './redaction';
import { finderOf, tracesOf, type Finder } from './traces';

export interface Place {
  setName: string;
  title: string;
  field: string;
}

export interface RedactedPack {
  pack: Pack;
  /** Redactions whose place is no longer there: nothing may be released by them. */
  lost: string[];
  /** Where what is withheld still stands, by redaction. */
  elsewhere: Map<string, Place[]>;
  /** Takes every withheld word out of a text that goes beside the pack. */
  clean: (text: string) => string;
}

interface Prepared {
  redaction: Redaction;
  finder: Finder;
}

/** Fingerprints of words could be tried out against guesses of what was withheld. */
const FINGERPRINT = /(^|_|[a-z])(hash|sha256|digest|fingerprint)$/i;

/**
 * A pack without what is withheld. A fact that changes is withheld as a whole, with the stretch of the chain that
 * would let its hash be tried out.
 */
export function redactPack(pack: Pack, redactions: readonly Redaction[]): RedactedPack {
  const lost: string[] = [];
  const prepared: Prepared[] = [];
  for (const redaction of redactions) {
    const withheld = withheldBy(pack, redaction);
    if (withheld === undefined) lost.push(redaction.reference);
    else
      prepared.push({
        redaction,
        finder: finderOf(tracesOf(withheld, { whole: redaction.field === null })),
      });
  }
  const sets = prepared.reduce((all, one) => withoutPlace(all, one), pack.sets);
  const everywhere = prepared.filter(({ redaction }) => redaction.everywhere === true);
  const clean = cleaning(everywhere);
  const cleaned = sets.map((set) => withoutWords(set, clean));
  const settled = cleaned.map((set) => withFactsWhole(set, pack));
  const finished = settled.map(withoutFingerprints);
  const hidden = withheldPositions(pack, finished);
  return {
    pack: {
      ...pack,
      sets: finished,
      chain: pack.chain.filter(({ entries }) => !entries.some(({ position }) => hidden.has(position))),
    },
    lost,
    elsewhere: new Map(prepared.map((one) => [one.redaction.reference, leftovers(finished, one)])),
    clean: (text) => String(cleaning(prepared)(text)),
  };
}

/** What a redaction withholds, as it stands in the pack now; undefined where its place is gone. */
function withheldBy({ sets }: Pack, { setName, recordKey, field, passage }: Redaction): Json | undefined {
  const set = sets.find(({ name }) => name === setName);
  if (!set) return undefined;
  if (recordKey === null) return set.records.map(({ fields }) => fields);
  const record = set.records.find(({ key }) => key === recordKey);
  if (!record || field === null) return record?.fields;
  const value = valueAt(record.fields, field);
  if (value === undefined || passage === null) return value;
  return typeof value === 'string' && finderOf([{ text: passage }]).hits(value) ? passage : undefined;
}

function withoutPlace(sets: PackSet[], { redaction, finder }: Prepared): PackSet[] {
  const { setName, recordKey, field, passage, exemption } = redaction;
  const mark = markOf(exemption);
  const redacted = (record: PackRecord): PackRecord => {
    if (record.key !== recordKey) return record;
    if (field === null) return { ...record, fields: { withheld: mark } };
    const replaced = (was: Json): Json => {
      if (passage === null) return mark;
      return typeof was === 'string' ? finder.without(was, mark) : was;
    };
    return { ...record, fields: withValueAt(record.fields, field.split('/'), replaced) as Fields };
  };
  return sets.map((set) => {
    if (set.name !== setName) return set;
    if (recordKey === null)
      return { ...set, alone: true, records: [{ key: 'withheld', fields: { withheld: mark } }] };
    return { ...set, records: set.records.map(redacted) };
  });
}

const cleaning =
  (prepared: readonly Prepared[]) =>
  (leaf: string | number): string | number =>
    prepared.reduce<string | number>(
      (text, { redaction, finder }) => finder.without(text, markOf(redaction.exemption)),
      leaf,
    );

const withoutWords = (set: PackSet, clean: (leaf: string | number) => string | number): PackSet => ({
  ...set,
  records: set.records.map((record) => ({ ...record, fields: mapLeaves(record.fields, clean) as Fields })),
});

const positionOf = ({ fields }: PackRecord): number | null =>
  typeof fields['position'] === 'number' ? fields['position'] : null;

/** A fact in part would not fit its hash. */
function withFactsWhole(set: PackSet, { sets }: Pack): PackSet {
  if (set.name !== 'facts') return set;
  const before = new Map(sets.find(({ name }) => name === 'facts')?.records.map((one) => [one.key, one]));
  const records = set.records.map((record): PackRecord => {
    const was = before.get(record.key);
    if (was && isSameRecord(was, record)) return record;
    return { key: record.key, fields: { withheld: true } };
  });
  return { ...set, alone: false, records };
}

function withheldPositions(pack: Pack, sets: readonly PackSet[]): Set<number> {
  const facts = (from: readonly PackSet[]) => from.find(({ name }) => name === 'facts')?.records ?? [];
  const told = new Set(facts(sets).map(positionOf));
  return new Set(
    facts(pack.sets).flatMap((record) => {
      const position = positionOf(record);
      return position === null || told.has(position) ? [] : [position];
    }),
  );
}

function withoutFingerprints(set: PackSet): PackSet {
  if (set.name === 'facts') return set;
  const strip = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(strip);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, item]) => (FINGERPRINT.test(name) ? [] : [[name, strip(item)]])),
    );
  };
  return {
    ...set,
    records: set.records.map((record) => ({ ...record, fields: strip(record.fields) as Fields })),
  };
}

function leftovers(sets: readonly PackSet[], { finder }: Prepared): Place[] {
  return sets.flatMap(({ name, title, records }) =>
    records.flatMap(({ fields }) =>
      leavesOf(fields).flatMap(({ field, value }) =>
        typeof value !== 'boolean' && finder.hits(value) ? [{ setName: name, title, field }] : [],
      ),
    ),
  );
}
