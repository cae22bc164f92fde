import { beforeAll, expect, test } from 'vitest';
import { run } from '~/domain/command.server';
import { addInterimSet } from '~/domain/strategy/commands/add-interim-set.server';
import { declareFollowing } from '~/domain/strategy/commands/declare-following.server';
import { describeObjective } from '~/domain/strategy/commands/describe-objective.server';
import { endFollowing } from '~/domain/strategy/commands/end-following.server';
import { endInterimSet } from '~/domain/strategy/commands/end-interim-set.server';
import { proposeJointSet } from '~/domain/strategy/commands/joint/propose-joint-set.server';
import { publishJointSet } from '~/domain/strategy/commands/joint/publish-joint-set.server';
import { reviseJointSet } from '~/domain/strategy/commands/joint/revise-joint-set.server';
import { signJointSet } from '~/domain/strategy/commands/joint/sign-joint-set.server';
import { redrawCrosswalk } from '~/domain/strategy/commands/redraw-crosswalk.server';
import { reviseFramework } from '~/domain/strategy/commands/revise-framework.server';
import { revisePrioritySet } from '~/domain/strategy/commands/revise-priority-set.server';
import { saveWeighting } from '~/domain/strategy/commands/save-weighting.server';
import { reviseTerm } from '~/domain/taxonomy/commands/revise-term.server';
import { addIndicator } from '~/domain/understanding/commands/add-indicator.server';
import { addIndicatorPoint } from '~/domain/understanding/commands/add-indicator-point.server';
import { rateUnderstanding } from '~/domain/understanding/commands/rate-understanding.server';
import { addDays, isoDay, ukDay } from '~/domain/uk-time';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { makeHistories } from '../../../../tests/support/factories/histories';
import { makeOwner, type Owner } from '../../../../tests/support/factories/strategy-cast';
import { termCalled } from '../../../../tests/support/factories/terms';
import { visitorNow } from '../../../../tests/support/factories/visitor';
import { done } from '../../../../tests/support/outcome';
import { datedPages, parting, told, type DatedThings } from '../../../../tests/support/site/dated-pages';

const store = useDatabase();
let one: Owner;
let other: Owner;
let keeper = '';
let interim = '';
let joint = '';
let following = '';
let indicator = '';
let things: DatedThings;
let onDay: (at: number) => Promise<void>;

const today = async () => ukDay((await visitorNow()).asOf);
const coordinator = () => actorFor(keeper);
const ownerNow = (owner: Owner) => actorFor(owner.id);

const DAYS: (() => Promise<void>)[] = [
  async () => {
    const sent = {
      document: 'Aims of one',
      kind: 'threat',
      priorities: 'Fraud\nQuiet streets',
      note: 'For now',
    };
    const startsOn = isoDay(await today());
    const expiresOn = isoDay(addDays(await today(), 60));
    const added = await run(addInterimSet, await ownerNow(one), {
      ...sent,
      team: one.team.reference,
      startsOn,
      expiresOn,
    });
    interim = done(added).slug;
    const followed = { organisation: one.organisation.slug, followed: 'set:nca-2019-05', startsOn };
    following = done(await run(declareFollowing, await ownerNow(one), followed)).reference;
    await figure('2024', 100);
  },
  async () => {
    const reviewBy = isoDay(addDays(await today(), 90));
    for (const [slug, level] of [
      ['fraud', 'weak'],
      ['cyber-crime', 'good'],
    ])
      done(
        await run(rateUnderstanding, await coordinator(), {
          slug,
          dimension: 'scale',
          level,
          basis: 'Example',
          reviewBy,
        }),
      );
    const weights = { harm: 40, gap: 40, timeliness: 10, feasibility: 10, domestic: 70, overseas: 30 };
    done(
      await run(saveWeighting, await coordinator(), {
        name: 'Home',
        note: 'A test',
        standing: true,
        ...weights,
      }),
    );
    await figure('2025', 150);
    await makeFinding({
      title: 'Then known',
      publishedAt: (await visitorNow()).asOf,
      termIds: [(await termCalled('threatArea', 'fraud')).id],
    });
    const owners = `${one.organisation.slug}\n${other.organisation.slug}`;
    const text = {
      document: 'Ours',
      kind: 'outcome',
      startsWritten: isoDay(await today()),
      priorities: 'Fraud',
      owners,
    };
    joint = done(
      await run(proposeJointSet, await ownerNow(one), { ...text, endsWritten: '', note: '' }),
    ).reference;
    await sign(one);
  },
  async () => {
    const framework = await store.db.framework.findUniqueOrThrow({ where: { slug: 'soc-strategy-2023' } });
    const revised = {
      reference: framework.reference,
      revision: framework.revision,
      startsWritten: '2023-12',
    };
    done(
      await run(reviseFramework, await coordinator(), {
        ...revised,
        endsWritten: '2027',
        note: 'Shorter',
        changeNote: 'Cut',
      }),
    );
    const set = await store.db.prioritySet.findUniqueOrThrow({
      where: { slug: 'nca-2019-05' },
      include: { priorities: true },
    });
    const pairs = set.priorities.map(({ reference }) => `${reference}:fraud`);
    done(
      await run(redrawCrosswalk, await coordinator(), {
        reference: set.reference,
        number: 1,
        pairs,
        verified: 'no',
        note: 'Again',
      }),
    );
    const weights = { harm: 40, gap: 40, timeliness: 10, feasibility: 10, domestic: 30, overseas: 70 };
    done(await run(saveWeighting, await coordinator(), { name: 'Abroad', note: 'A test', ...weights }));
    const draft = await store.db.jointSet.findUniqueOrThrow({ where: { reference: joint } });
    const { document, kind, startsWritten, revision } = draft;
    const owners = `${one.organisation.slug}\n${other.organisation.slug}`;
    const changed = {
      reference: joint,
      revision,
      document,
      kind,
      startsWritten,
      endsWritten: '',
      note: '',
      owners,
    };
    done(await run(reviseJointSet, await ownerNow(other), { ...changed, priorities: 'Fraud\nQuiet ports' }));
  },
  async () => {
    const item = await store.db.frameworkItem.findFirstOrThrow({
      where: { framework: { slug: 'soc-strategy-2023' } },
      orderBy: { position: 'asc' },
    });
    const said = {
      owner: one.organisation.name,
      measure: 'Fewer',
      costPounds: '100',
      areas: ['fraud'],
      changeNote: 'First',
    };
    done(
      await run(describeObjective, await coordinator(), { reference: item.reference, number: 0, ...said }),
    );
    const term = await store.db.term.findUniqueOrThrow({
      where: { scheme_slug: { scheme: 'threatArea', slug: 'fraud' } },
    });
    const { reference, revision, definition, source } = term;
    const words = { reference, revision, name: 'Fraud of all kinds', definition, aliases: '', source };
    done(await run(reviseTerm, await coordinator(), { ...words, changeNote: 'Wider' }));
    await sign(one);
    await sign(other);
    done(await run(publishJointSet, await ownerNow(one), { reference: joint }));
  },
  async () => {
    const ended = { reference: following, endsOn: isoDay(await today()), why: 'Joined another' };
    done(await run(endFollowing, await ownerNow(one), ended));
    const { reference } = await store.db.prioritySet.findUniqueOrThrow({ where: { slug: interim } });
    done(await run(endInterimSet, await ownerNow(one), { reference, reason: 'Over' }));
    await figure('2025', 160);
    const unknown = { slug: 'fraud', dimension: 'scale', level: 'unknown', basis: 'Taken back' };
    done(await run(rateUnderstanding, await coordinator(), unknown));
    const set = await store.db.prioritySet.findUniqueOrThrow({ where: { slug: 'spr-2023' } });
    const revised = {
      reference: set.reference,
      revision: set.revision,
      startsWritten: '2023-02',
      endsWritten: isoDay(await today()),
    };
    done(
      await run(revisePrioritySet, await coordinator(), {
        ...revised,
        note: 'Ended',
        changeNote: 'It ended',
      }),
    );
  },
];

const figure = async (periodWritten: string, value: number) => {
  const figures = { reference: indicator, periodWritten, value, source: 'Example', sourceDate: '2026-01-01' };
  done(await run(addIndicatorPoint, await coordinator(), figures));
};

async function sign(owner: Owner) {
  const [row] = await store.db.$queryRaw<{ hash: string }[]>`
    SELECT soundings.joint_set_hash(id) AS hash FROM joint_set WHERE reference = ${joint}`;
  const signed = { reference: joint, organisation: owner.organisation.slug, textHash: row?.hash ?? '' };
  done(await run(signJointSet, await ownerNow(owner), signed));
}

beforeAll(async () => {
  [one, other] = [await makeOwner('One of the past'), await makeOwner('Other of the past')];
  keeper = (await makePerson({ roles: ['coordinator'] })).id;
  await makeQuestion({ terms: [{ scheme: 'threatArea', slug: 'fraud' }], closesInDays: 200 });
  const counted = { area: 'fraud', name: 'Reports', measures: 'what was reported', unit: 'reports' };
  indicator = done(await run(addIndicator, await coordinator(), counted)).reference;
  const of = await store.db.priority.findFirstOrThrow({
    where: { prioritySet: { slug: 'nca-2019-05' } },
    orderBy: { position: 'asc' },
  });
  const stages = { where: { scheme: 'businessModelStage' as const }, orderBy: { slug: 'asc' as const } };
  const stage = (await store.db.term.findFirstOrThrow(stages)).slug;
  const beside = await makeHistories(of, keeper);
  things = { indicator, priority: of.reference, stage, ...beside.things };
  onDay = beside.onDay;
  // The day it was set up stands for all before it, so the history begins after that.
  await moveClock('3 days');
});

test('on five past days the whole section says what it said on those days', async () => {
  const pages = datedPages(things);
  const then: { on: string; said: string[] }[] = [];
  for (const [at, happen] of DAYS.entries()) {
    await happen();
    await onDay(at);
    const said: string[] = [];
    for (const page of pages) said.push(await told(page(), keeper));
    then.push({ on: isoDay(await today()), said });
    await moveClock('4 days');
  }
  expect(new Set(then.map(({ said }) => said.join())).size).toBe(DAYS.length);
  const differing: unknown[] = [];
  for (const { on, said } of then)
    for (const [at, page] of pages.entries()) {
      const now = await told(page(on), keeper);
      if (now !== said[at]) differing.push([page(on), ...parting(said[at] ?? '', now)]);
    }
  expect(differing).toEqual([]);
}, 240_000);
