import { enterLine } from '~/domain/ledger/commands/enter-line.server';
import { setBand } from '~/domain/ledger/commands/set-band.server';
import { defineMeasure } from '~/domain/measures/commands/define-measure.server';
import { evidenceValue } from '~/domain/measures/commands/evidence-value.server';
import { issueScorecard } from '~/domain/measures/commands/issue-scorecard.server';
import { moveMeasure } from '~/domain/measures/commands/move-measure.server';
import { recordHarm } from '~/domain/measures/commands/record-harm.server';
import { recordValue } from '~/domain/measures/commands/record-value.server';
import { redefineMeasure } from '~/domain/measures/commands/redefine-measure.server';
import { releaseHarm } from '~/domain/measures/commands/release-harm.server';
import { validateValue } from '~/domain/measures/commands/validate-value.server';
import { periodCode, startOf, stepFrom } from '~/domain/measures/period';
import { addDays, isoDay } from '~/domain/uk-time';
import { HARM, LINES, MEASURES, type MeasureStory } from '../content/measures';
import { todayOfMachine } from '../replay/clock';
import type { Play } from '../replay/play';
import type { Happening } from '../replay/timeline';

const DEFINED = 240;
const COUNTED = 12;
const ISSUED = 5;

/** The first day of the latest quarter that was over when the demonstration is loaded. */
async function lastQuarter(): Promise<Date> {
  return stepFrom('quarter', startOf('quarter', addDays(await todayOfMachine(), -COUNTED)), -1);
}

/** People define what to count, count it, and look at each other's figures; a coordinator issues a scorecard. */
export const measureHappenings = (play: Play): Happening[] => [
  ...MEASURES.flatMap((story) => countingOf(play, story)),
  {
    daysAgo: ISSUED,
    what: 'issue a scorecard',
    run: async () => {
      const period = periodCode('quarter', await lastQuarter());
      await play.does('eleanor', issueScorecard, { of: 'areas', period, note: 'Invented for the demonstration.' });
    },
  },
  { daysAgo: 60, what: 'harm figures', run: () => recordHarmOf(play) },
  { daysAgo: 45, what: 'lines of money', run: () => enterLines(play) },
];

function countingOf(play: Play, story: MeasureStory): Happening[] {
  let reference = '';
  const { by, values, redefined, evidence, validated } = story;
  const record = async (value: number, startsOn: Date) =>
    play.does(by, recordValue, {
      ...{ reference, startsOn: isoDay(startsOn), value, source: story.source, confidence: 'moderate', note: '' },
    });
  const count = async () => {
    const last = await lastQuarter();
    const before = redefined ? values.slice(0, -1) : values;
    let figure = { value: '' };
    for (const [index, value] of before.entries())
      figure = await record(value, stepFrom('quarter', last, index - values.length + 1));
    if (redefined) {
      const { definition, why: changeNote } = redefined;
      const said = { definition, method: story.method, definitionSource: story.source, changeNote };
      await play.does(by, redefineMeasure, { reference, ...said, holdsFrom: isoDay(last) });
      figure = await record(values.at(-1) ?? 0, last);
    }
    if (!evidence) return;
    await play.does(by, evidenceValue, { reference: figure.value, evidence, note: 'The list that it was counted from.' });
    if (validated)
      await play.does('samuel', validateValue, { reference: figure.value, note: 'Counted again from the list.' });
  };
  const about = (what: string) => `measure “${story.name}”: ${what}`;
  return [
    {
      daysAgo: DEFINED,
      what: about('define'),
      run: async () => {
        reference = await define(play, story);
      },
    },
    {
      daysAgo: DEFINED - 10,
      what: about('use'),
      run: async () => {
        for (const to of ['pilot', 'inUse']) await play.does(by, moveMeasure, { reference, to, reason: '' });
      },
    },
    { daysAgo: COUNTED, what: about('count'), run: count },
  ];
}

async function define(play: Play, story: MeasureStory): Promise<string> {
  const { by, name, about, part, unit, wanted, effectMonths, definition, method } = story;
  const today = await todayOfMachine();
  const first = stepFrom('quarter', startOf('quarter', today), -story.values.length - 2);
  const { reference } = await play.does(by, defineMeasure, {
    ...{ name, about, class: story.class, part, unit, wanted, periodKind: 'quarter', effectMonths, definition, method },
    ...{ definitionSource: story.source, holdsFrom: isoDay(first), baseline: '', reviewOn: isoDay(addDays(today, 120)) },
    ...{ owner: play.person(by).reference, organisation: play.organisation('home-office').reference },
  });
  return reference;
}

async function recordHarmOf(play: Play): Promise<void> {
  for (const { released, area = '', otherThreat = '', note = '', ...said } of HARM) {
    const figure = { ...said, area, otherThreat, note, address: '', replaces: '' };
    const { reference } = await play.does('eleanor', recordHarm, figure);
    if (released) await play.does('samuel', releaseHarm, { reference, release: 'yes' });
  }
}

async function enterLines(play: Play): Promise<void> {
  const year = (await todayOfMachine()).getUTCFullYear() - 1;
  for (const { several, condition = '', actual = '', ...line } of LINES) {
    const sure = { certainty: condition ? 'conditional' : 'firm', condition };
    const years = several ? { secureFrom: String(year), secureUntil: String(year + 2) } : {};
    await play.does('eleanor', enterLine, {
      ...{ ...line, ...sure, ...years, actual, base: 'Front-line spend', estimate: true, replaces: '' },
      ...{ startsOn: `${year - 1}-04-01`, endsOn: `${year}-03-31`, statedOn: `${year}-03-31` },
      source: 'An invented return, in the shares that a national audit published',
    });
  }
  const organisation = play.organisation('home-office').reference;
  const band = { organisation, holdsFrom: `${year - 1}-04-01`, reason: 'An invented target of the demonstration.' };
  await play.does('eleanor', setBand, { ...band, term: 'strand:pursue', low: '50', high: '70' });
  await play.does('eleanor', setBand, { ...band, term: 'strand:prevent', low: '10', high: '25' });
}
