import { recordDirection } from '~/domain/knowledge/commands/record-direction.server';
import type { EffectDirection } from '~/domain/knowledge/interventions/direction';
import { database } from '~/platform/db.server';
import type { Play } from '../replay/play';
import type { Happening } from '../replay/timeline';

type Reading = [finding: string, about: string, direction: EffectDirection, note: string];

/** What the findings of the demonstration say of interventions, as a coordinator reads them. */
const READINGS: Reading[] = [
  ['warnings-pilot', 'online-warnings', 'helps', 'Repeated searches fell from 44 to 31 per cent after a warning; where users went is not known.'],
  ['device-warnings', 'online-warnings', 'mixed', 'It catches most images, and errs more on old phones and by skin tone.'],
  ['five-letters', 'encouraging-reports', 'helps', 'Saying what came of earlier reports raised reporting from 11.8 to 15.1 per cent.'],
  ['duty-to-report', 'encouraging-reports', 'noClearEffect', 'A duty raised reporting and did not lower payment within a year.'],
  ['refusals', 'preventing-recruitment', 'helps', 'Rotation went with fewer repeated approaches; a named person outside the line was used.'],
  ['care-indicators', 'victim-support', 'mixed', 'Training raised recognition in two of the five studies that measured it.'],
];

export const directionHappenings = (play: Play): Happening[] =>
  READINGS.map(([finding, slug, direction, note]) => ({
    daysAgo: 2,
    what: `what ${finding} says of ${slug}`,
    run: async () => {
      const term = await database().term.findFirstOrThrow({ where: { scheme: 'interventionType', slug } });
      await play.does('eleanor', recordDirection, {
        ...{ reference: play.finding(finding), about: term.reference, direction, note },
      });
    },
  }));
