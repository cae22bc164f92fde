import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, isoDay, ukDay } from '~/domain/uk-time';
import { averageOf, PARTS, placeFactor, rankOf } from '~/domain/strategy/scoring/score';
import { run } from '~/domain/command.server';
import { rateUnderstanding } from '~/domain/understanding/commands/rate-understanding.server';
import { saveWeighting } from '~/domain/strategy/commands/save-weighting.server';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makePerson } from '../../../../tests/support/factories/people';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { makeCoordinator, makeOwner, type Owner } from '../../../../tests/support/factories/strategy-cast';
import { termCalled } from '../../../../tests/support/factories/terms';
import { done } from '../../../../tests/support/outcome';
import { send, visit } from '../../../../tests/support/site';
import { deadLinks } from '../../../../tests/support/site/links';

useDatabase();
const OLD = 'nca-2018-19';
const NEW = 'nca-2019-05';
/** Invented: nobody said which four the audit meant. */
const WEAK = ['fraud', 'illegal-drugs', 'money-laundering', 'organised-acquisitive-crime'];
let owner: Owner;
let coordinator = '';
let member = '';
const weightings: Record<string, string> = {};

const onTerm = (scheme: 'threatArea' | 'level', slug: string) => ({ scheme, slug });

beforeAll(async () => {
  owner = await makeOwner('Weighing Office');
  const keeper = await makeCoordinator();
  coordinator = keeper.id;
  member = (await makePerson()).id;
  const reviewBy = isoDay(addDays(ukDay(new Date()), 90));
  for (const slug of WEAK)
    done(
      await run(rateUnderstanding, keeper, {
        ...{ slug, dimension: 'scale', level: 'weak', basis: 'Example of a test', findings: '', reviewBy },
      }),
    );
  const rated = {
    slug: 'cyber-crime',
    dimension: 'scale',
    level: 'good',
    basis: 'Example',
    findings: '',
    reviewBy,
  };
  done(await run(rateUnderstanding, keeper, rated));
  await makeQuestion({ terms: [onTerm('threatArea', 'illegal-drugs'), onTerm('level', 'local')] });
  await makeQuestion({ terms: [onTerm('threatArea', 'money-laundering'), onTerm('level', 'international')] });
  await makeFinding({ title: 'On fraud', termIds: [(await termCalled('threatArea', 'fraud')).id] });
  for (const [name, domestic] of [
    ['Home first', 70],
    ['Overseas first', 30],
  ] as const) {
    const weights = {
      harm: 40,
      gap: 30,
      timeliness: 15,
      feasibility: 15,
      domestic,
      overseas: 100 - domestic,
    };
    const saved = done(await run(saveWeighting, owner.actor, { name, note: 'A test', ...weights }));
    weightings[name] = saved.reference;
  }
});

/** Fields of one line; those with a comma stand in quotation marks. */
const cells = (line: string) =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
const linesOf = (html: string, kind: string) =>
  html
    .split('\r\n')
    .map(cells)
    .filter(([first]) => first === kind);
const number = (text: string | undefined) => (text === '' || text === undefined ? null : Number(text));

/** Everything of the comparison worked out again from the file alone. */
function again(html: string, one: string, other: string) {
  const weight = Object.fromEntries(
    linesOf(html, 'weight').map(([, name, value]) => [name, Number(value)]),
  ) as Record<string, number>;
  const scores = new Map(
    linesOf(html, 'area')
      .filter(([, key]) => key !== 'key')
      .map(([, key = '', , ...parts]) => {
        const sum = PARTS.reduce((all, part, at) => all + (weight[part] ?? 0) * (number(parts[at]) ?? 0), 0);
        const factor = placeFactor(number(parts[4]), weight as never);
        return [key, Number((sum * factor).toFixed(1))] as const;
      }),
  );
  const ranks = (set: string) => {
    const priorities = linesOf(html, 'priority')
      .filter(([, of]) => of === set)
      .map(([, , , name, areas = '']) => {
        const covered = areas === '' ? [] : areas.split(' ');
        return { name, covered, score: averageOf(covered.map((area) => scores.get(area) ?? 0)) };
      });
    const values = priorities.flatMap(({ score }) => score ?? []);
    return (area: string) => {
      const of = priorities.filter(({ covered }) => covered.includes(area));
      return of.length === 0 ? null : Math.min(...of.map(({ score }) => rankOf(score ?? 0, values)));
    };
  };
  const [first, second] = [ranks(one), ranks(other)];
  const change = (a: number | null, b: number | null) => (a === null || b === null ? null : a - b);
  return [...scores.keys()].map((area) => [
    area,
    first(area),
    second(area),
    change(first(area), second(area)),
  ]);
}

describe('two sets by the same score', () => {
  test('the table of changes comes out of the exported file alone', async () => {
    const about = { one: OLD, other: NEW };
    const { html, headers } = await visit(paths.compareSetsCsv(about), { as: member });
    expect(headers.get('Content-Type')).toContain('text/csv');
    const changes = linesOf(html, 'change')
      .slice(1)
      .map(([, key, , one, other, change]) => [key, number(one), number(other), number(change)]);
    expect(changes).toHaveLength(10);
    expect(changes).toEqual(again(html, OLD, NEW));
    expect(changes.filter(([, one]) => one !== null)).toHaveLength(6);
    expect(changes.every(([, , other]) => other !== null)).toBe(true);
  });

  test('the page shows what moves, what comes in, and what is done under each, counted once', async () => {
    const page = await visit(paths.compareSets({ one: OLD, other: NEW }), { as: member });
    expect(page.heading).toContain('are in one set alone');
    expect(page.rows).toContainEqual(
      expect.arrayContaining(['Fraud and other economic crime', 'Not in this set']),
    );
    expect(page.rows).toContainEqual(['National Strategic Assessment 2019', '2', '1', '0']);
    expect(page.rows).toContainEqual(['NCA priorities as cited by NAO 2019', '1', '0', '0']);
    expect(page.text).toContain('No harm figure is recorded');
    expect(await deadLinks(page, { as: member })).toEqual([]);
  });

  test('what is mapped to nothing is listed, not dropped', async () => {
    const page = await visit(paths.compareSets({ one: OLD, other: 'spr-2023' }), { as: member });
    expect(page.text).toContain('Unmapped priority of Strategic Policing Requirement 2023: Terrorism');
    expect(page.text).toContain('In neither set: Illegal drugs');
  });

  test('a set or weights that nobody knows are not there', async () => {
    const unknown = [
      paths.compareSets({ one: OLD, other: 'nothing' }),
      paths.strategyRanking({ set: 'nothing' }),
    ];
    for (const address of [...unknown, paths.strategyRanking({ weights: owner.team.reference })])
      expect((await visit(address, { as: member })).status).toBe(404);
  });
});

describe('the ranking', () => {
  test('marks exactly the four that are weak on scale; what is unknown or good gains nothing', async () => {
    const { html } = await visit(paths.strategyRankingCsv(), { as: member });
    const areas = linesOf(html, 'area').slice(1);
    expect(
      areas
        .filter((line) => line.at(-1) === 'scale')
        .map(([, key]) => key)
        .sort(),
    ).toEqual(WEAK);
    const gap = new Map(areas.map(([, key, , , part]) => [key, part]));
    expect(WEAK.map((key) => gap.get(key))).toEqual(['0.2', '0.2', '0.2', '0.2']);
    expect([gap.get('cyber-crime'), gap.get('child-sexual-abuse')]).toEqual(['0', '']);
    const page = await visit(paths.strategyRanking({ set: NEW }), { as: member });
    expect(page.$('main .govuk-tag--orange').length).toBe(4);
    expect(page.text).toContain('This set was not in force on that day.');
  });

  test('other weights change the order as the formula says, and home against overseas turns it round', async () => {
    const rank = async (name: string) => {
      const { html } = await visit(paths.strategyRankingCsv({ weights: weightings[name] ?? '' }), {
        as: member,
      });
      return new Map(
        linesOf(html, 'area').map(([, key, , , , , , , factor, score]) => [key, [factor, score]]),
      );
    };
    const [home, overseas] = [await rank('Home first'), await rank('Overseas first')];
    expect([home.get('illegal-drugs')?.[0], overseas.get('illegal-drugs')?.[0]]).toEqual(['1.4', '0.6']);
    expect([home.get('money-laundering')?.[0], overseas.get('money-laundering')?.[0]]).toEqual([
      '0.6',
      '1.4',
    ]);
    expect(home.get('illegal-drugs')?.[1]).toBe(overseas.get('money-laundering')?.[1]);
    const page = await visit(paths.sensitivity(), { as: member });
    expect(page.heading).toMatch(/threat areas change their places$/);
    expect(page.text).toContain('Home first, 70/30');
    expect(page.text).toContain('Owner of Weighing Office');
  });

  test('weights are saved by a form that keeps what was typed', async () => {
    const form = await visit(paths.saveWeighting(), { as: coordinator });
    const wrong = await send(
      paths.saveWeighting(),
      { ...form.fields, name: 'Mine', note: 'Why', harm: '41' },
      { as: coordinator },
    );
    expect(wrong.status).toBe(422);
    expect(wrong.messageBeside('harm')).toBe('The four weights add up to 101. Make it 100');
    expect(wrong.fields['name']).toBe('Mine');
    const right = await send(
      paths.saveWeighting(),
      { ...form.fields, name: 'Mine', note: 'Why', standing: 'on' },
      { as: coordinator },
    );
    expect(right.location).toMatch(/^\/strategy\/ranking\?weights=/);
    expect((await visit(paths.strategyRanking(), { as: member })).text).toContain('“Mine”, saved by');
  });

  test('is not told to the public, nor saved by whoever only reads', async () => {
    for (const address of [
      paths.strategyRanking(),
      paths.compareSets(),
      paths.sensitivity(),
      paths.strategyHealth(),
    ])
      expect((await visit(address)).location).toContain(paths.signIn());
    expect((await visit(paths.saveWeighting(), { as: member })).status).toBe(403);
  });
});
