import { describe, expect, test } from 'vitest';
import { useDatabase } from '../../../tests/support/database';
import { COLUMNS, countOf, HELD_KIND_NAMES, headingOf, isHeldKind } from './holding';

const store = useDatabase();

/** By a foreign key, or by its name alone. */
const referring = () => store.db.$queryRaw<{ place: string }[]>`
  SELECT DISTINCT c.relname || '.' || a.attname AS place
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relkind = 'r' AND (a.attname ~ '(^|_)(organisations?|team|teams)(_id|_ids|_name)?$' OR EXISTS (
    SELECT FROM pg_constraint f WHERE f.conrelid = c.oid AND f.contype = 'f' AND a.attnum = ANY(f.conkey)
      AND f.confrelid IN ('organisation'::regclass, 'team'::regclass)))
  ORDER BY 1`;

const seen = () => store.db.$queryRaw<{ place: string }[]>`
  SELECT DISTINCT c.relname || '.' || a.attname AS place FROM pg_rewrite w
  JOIN pg_depend d ON d.objid = w.oid AND d.classid = 'pg_rewrite'::regclass AND d.refobjsubid > 0
  JOIN pg_class c ON c.oid = d.refobjid AND c.relkind = 'r'
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.refobjsubid
  WHERE w.ev_class IN ('soundings.held_row'::regclass, 'soundings.held_unseen'::regclass)`;

describe('every column that refers to an organisation or a team', () => {
  test('stands in the list, and nothing else does', async () => {
    const places = (await referring()).map(({ place }) => place);
    expect(Object.keys(COLUMNS).filter((place) => !places.includes(place))).toEqual([]);
    expect(places.filter((place) => !(place in COLUMNS))).toEqual([]);
  });

  test('a new one is missed', async () => {
    await store.db
      .$executeRaw`CREATE TABLE outpost (id uuid, lent_to uuid REFERENCES organisation(id), team_id uuid)`;
    const places = (await referring()).map(({ place }) => place);
    expect(places.filter((place) => !(place in COLUMNS))).toEqual(['outpost.lent_to', 'outpost.team_id']);
    await store.db.$executeRaw`DROP TABLE outpost`;
  });

  test('what is handed over is what the database looks at before an organisation closes', async () => {
    const places = (await seen()).map(({ place }) => place);
    const listed = Object.entries(COLUMNS).filter(([, [fate]]) => fate === 'handedOver');
    expect(listed.filter(([place]) => !places.includes(place))).toEqual([]);
    const kinds = listed.map(([, [, kind]]) => kind);
    expect(HELD_KIND_NAMES.filter((kind) => !kinds.includes(kind))).toEqual([]);
    const [text] = await store.db.$queryRaw<{ of: string }[]>`
      SELECT pg_get_viewdef('soundings.held_row'::regclass) AS of`;
    const inView = [...(text?.of ?? '').matchAll(/SELECT '(\w+)'::text/g)].map(([, kind]) => kind);
    expect(inView.toSorted()).toEqual(HELD_KIND_NAMES.toSorted());
  });

  test('says why', () => {
    for (const [place, [, why]] of Object.entries(COLUMNS)) expect(why, place).not.toBe('');
  });
});

test('kinds have words', () => {
  expect([isHeldKind('team'), isHeldKind('teapot')]).toEqual([true, false]);
  expect(headingOf('domain')).toBe('E-mail domains that let people in');
  expect([countOf('affiliation', 1), countOf('affiliation', 2)]).toEqual(['1 person', '2 people']);
});
