import { addInterimSet } from '~/domain/strategy/commands/add-interim-set.server';
import { declareFollowing } from '~/domain/strategy/commands/declare-following.server';
import { proposeJointSet } from '~/domain/strategy/commands/joint/propose-joint-set.server';
import { signJointSet } from '~/domain/strategy/commands/joint/sign-joint-set.server';
import { saveWeighting } from '~/domain/strategy/commands/save-weighting.server';
import { addIndicator } from '~/domain/understanding/commands/add-indicator.server';
import { addIndicatorPoint } from '~/domain/understanding/commands/add-indicator-point.server';
import { addDays, isoDay } from '~/domain/uk-time';
import { jointSetPage } from '~/domain/strategy/queries/joint-set-page.server';
import { ask } from '~/domain/query.server';
import { todayOfMachine } from '../replay/clock';
import type { Play } from '../replay/play';
import type { Happening } from '../replay/timeline';

const EXAMPLE = 'Invented for the demonstration.';
const FOLLOWED: [by: string, organisation: string, followed: string][] = [
  ['duncan', 'home-office', 'framework:soc-strategy-2023'],
  ['shirin', 'nca', 'set:nca-2019-05'],
  ['imran', 'west-midlands', 'set:spr-2023'],
];
const PARTS = { harm: 40, gap: 30, timeliness: 15, feasibility: 15 };

/** Weights, an interim set, a draft to sign, who follows what and one figure. Understanding stays unknown: no source says it. */
export const directionHappenings = (play: Play): Happening[] => [
  ...[70, 30].map((domestic, at) => ({
    daysAgo: 20 - at,
    what: `weights ${domestic}/${100 - domestic}`,
    run: () =>
      play.does('priya', saveWeighting, {
        ...{ ...PARTS, domestic, overseas: 100 - domestic, note: `To see what changes. ${EXAMPLE}` },
        name: domestic > 50 ? 'Home first' : 'Overseas first',
      }),
  })),
  ...FOLLOWED.map(([by, organisation, followed]) => ({
    daysAgo: 30,
    what: `${organisation} follows ${followed}`,
    run: () =>
      play.does(by, declareFollowing, { organisation, followed, startsOn: '2026-01-01', note: EXAMPLE }),
  })),
  { daysAgo: 25, what: 'an interim set', run: () => addExampleSet(play) },
  { daysAgo: 15, what: 'a draft of two owners, signed by one', run: () => draftTogether(play) },
  { daysAgo: 12, what: 'an indicator', run: () => keepFigures(play) },
];

async function addExampleSet(play: Play): Promise<void> {
  const start = addDays(await todayOfMachine(), -25);
  await play.does('bernadette', addInterimSet, {
    ...{
      team: play.team('pcc-merseyside').reference,
      document: 'Example priorities of Merseyside',
      kind: 'threat',
    },
    ...{ startsOn: isoDay(start), expiresOn: isoDay(addDays(start, 180)), note: EXAMPLE },
    priorities: 'Illegal drugs\nIllegal firearms\nModern slavery and human trafficking',
  });
}

async function draftTogether(play: Play): Promise<void> {
  const { reference } = await play.does('duncan', proposeJointSet, {
    ...{
      document: 'Example of shared aims',
      kind: 'outcome',
      startsWritten: '2027',
      endsWritten: '',
      note: EXAMPLE,
    },
    ...{ owners: 'home-office\nnca', priorities: 'Fewer people exploited\nLess money laundered' },
  });
  const page = await ask(jointSetPage, await play.as('duncan'), { reference });
  if (!page) throw new Error('its owner reads the draft');
  await play.does('duncan', signJointSet, {
    reference,
    organisation: 'home-office',
    textHash: page.textHash,
  });
}

async function keepFigures(play: Play): Promise<void> {
  const { reference } = await play.does('eleanor', addIndicator, {
    ...{
      area: 'modern-slavery-human-trafficking',
      name: 'Potential victims identified',
      unit: 'people',
    },
    measures:
      'identified potential victims, not prevalence; example figures in the ratio that the audit of 2019 gives',
  });
  for (const [periodWritten, value] of [
    ['2017', '5,000'],
    ['2018', '6,800'],
  ])
    await play.does('eleanor', addIndicatorPoint, {
      ...{ reference, periodWritten, value, sourceDate: '2019-06-28' },
      source: 'Example figures, in the ratio of National Audit Office HC 2219, 2019',
    });
}
