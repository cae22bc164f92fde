import { recordStageHarm } from '~/domain/understanding/commands/record-stage-harm.server';
import { setBusinessModel } from '~/domain/understanding/commands/set-business-model.server';
import type { Play } from '../replay/play';
import type { Happening } from '../replay/timeline';

type Tagged = [noun: 'question' | 'finding', key: string, stages: string[], positions: string[]];

/** Invented judgements of which part of the business something is about. */
const TAGGED: Tagged[] = [
  ['question', 'fraud-reporting', ['sell-or-exploit', 'launder'], ['facilitator', 'street']],
  ['question', 'port-insiders', ['move'], ['facilitator']],
  ['question', 'small-boats', ['source-or-produce', 'move'], ['specialist']],
  ['finding', 'silent-majority', ['sell-or-exploit'], ['street']],
  ['finding', 'engine-links', ['source-or-produce', 'launder'], ['specialist', 'facilitator']],
];

const HARM = [
  { area: 'fraud', stage: 'sell-or-exploit', score: '5' },
  { area: 'fraud', stage: 'launder', score: '4' },
  { area: 'organised-immigration-crime', stage: 'move', score: '5' },
];

/** A coordinator says which part of the business questions and findings are about, and how harmful parts of it are. */
export const businessHappenings = (play: Play): Happening[] => [
  {
    daysAgo: 20,
    what: 'parts of the criminal business',
    run: async () => {
      for (const [noun, key, stages, positions] of TAGGED)
        await play.does('eleanor', setBusinessModel, { noun, reference: play[noun](key), stages, positions });
      for (const said of HARM)
        await play.does('eleanor', recordStageHarm, {
          ...{ ...said, source: 'An invented assessment of harm, table 2', sourceDate: '2026-01-31', note: '' },
        });
    },
  },
];
