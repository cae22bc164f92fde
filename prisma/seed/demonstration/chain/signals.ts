import { addSignal } from '~/domain/elicitation/commands/add-signal.server';
import { addSignalEvidence } from '~/domain/elicitation/commands/add-signal-evidence.server';
import { judgeSignal } from '~/domain/elicitation/commands/judge-signal.server';
import { publishSignal } from '~/domain/elicitation/commands/publish-signal.server';
import { addDays, isoDay } from '~/domain/uk-time';
import { database } from '~/platform/db.server';
import { SIGNALS, type SignalStory } from '../content/signals';
import { todayOfMachine } from '../replay/clock';
import type { Play } from '../replay/play';
import type { Happening } from '../replay/timeline';

/** People write down what seems to be changing, and judge it again as evidence comes in. */
export const signalHappenings = (play: Play): Happening[] =>
  SIGNALS.flatMap((story) => {
    let reference = '';
    const { by, added, judgements, publishedBy } = story;
    const write = async () => {
      reference = await writeDown(play, story);
    };
    const publish = () => play.does(publishedBy ?? by, publishSignal, { reference });
    const about = (what: string) => `signal “${story.title}”: ${what}`;
    return [
      { daysAgo: added, what: about('write'), run: write },
      ...judgements.map(({ daysAgo, ...said }) => ({
        daysAgo,
        what: about('judge'),
        run: () => play.does(by, judgeSignal, { reference, ...said }),
      })),
      ...(publishedBy ? [{ daysAgo: added, what: about('publish'), run: publish }] : []),
    ];
  });

async function writeDown(play: Play, story: SignalStory): Promise<string> {
  const { by, title, changing, threats, questions, reviewBy, evidence } = story;
  const { reference } = await play.does(by, addSignal, {
    ...{ title, changing, threatAreas: threats },
    reviewBy: isoDay(addDays(await todayOfMachine(), -reviewBy)),
    elicitation: await roundOf(play, story),
    questions: questions.map(play.question).join(' '),
  });
  for (const [of, says] of evidence) {
    const named = of.startsWith('https://') ? { address: of } : { finding: play.finding(of) };
    await play.does(by, addSignalEvidence, { reference, says, ...named });
  }
  return reference;
}

async function roundOf(play: Play, { round }: SignalStory): Promise<string> {
  if (!round) return '';
  const where = { question: { reference: play.question(round) } };
  return (await database().elicitation.findFirstOrThrow({ where, select: { reference: true } })).reference;
}
