import { commentOnEstimates } from '~/domain/elicitation/commands/comment-on-estimates.server';
import { giveEstimates } from '~/domain/elicitation/commands/give-estimates.server';
import { inviteToElicitation } from '~/domain/elicitation/commands/invite-to-elicitation.server';
import { openElicitation } from '~/domain/elicitation/commands/open-elicitation.server';
import { ESTIMATE_PARTS, estimateField } from '~/domain/elicitation/estimate-form';
import { quantityField } from '~/domain/elicitation/opening-form';
import { isoDay } from '~/domain/uk-time';
import { ELICITATIONS, type ElicitationStory, type EstimatesStory } from '../content/elicitation-words';
import { dayBefore, todayOfMachine } from '../replay/clock';
import type { Play } from '../replay/play';
import type { Happening } from '../replay/timeline';

/** Experts estimate in two rounds; what lies ahead is left to happen. */
export const elicitationHappenings = (play: Play): Happening[] =>
  ELICITATIONS.flatMap((story) => {
    let reference = '';
    const what = `elicitation about ${story.question}`;
    const give = (round: 1 | 2) => async () => {
      for (const expert of story.experts) await giveAs(play, reference, expert, round);
    };
    const discuss = async () => {
      for (const [by, text] of story.comments) await play.does(by, commentOnEstimates, { reference, text });
    };
    const open = async () => {
      reference = await openAndInvite(play, story);
    };
    return [
      { daysAgo: story.opened, what, run: open },
      { daysAgo: Math.max(1, story.firstCloses + 3), what: `first estimates, ${what}`, run: give(1) },
      { daysAgo: story.firstCloses - 4, what: `discussion, ${what}`, run: discuss },
      { daysAgo: story.secondCloses + 2, what: `second estimates, ${what}`, run: give(2) },
    ].filter(({ daysAgo }) => daysAgo > 0);
  });

async function openAndInvite(play: Play, story: ElicitationStory): Promise<string> {
  const today = await todayOfMachine();
  const quantities = story.asks.flatMap((asked, index) =>
    Object.entries(asked).map(([part, value]) => [
      quantityField(part as Parameters<typeof quantityField>[0], index + 1),
      String(value),
    ]),
  );
  const { reference } = await play.does('eleanor', openElicitation, {
    question: play.question(story.question),
    title: story.title,
    background: story.background,
    firstClosesOn: isoDay(dayBefore(today, story.firstCloses)),
    secondClosesOn: isoDay(dayBefore(today, story.secondCloses)),
    ...(Object.fromEntries(quantities) as Record<string, string>),
  });
  for (const key of [...story.experts.map(({ by }) => by), ...story.silent])
    await play.does('eleanor', inviteToElicitation, { reference, person: play.person(key).reference });
  return reference;
}

async function giveAs(play: Play, reference: string, expert: EstimatesStory, round: 1 | 2): Promise<void> {
  const numbers = round === 1 ? expert.first : expert.second;
  if (!numbers) return;
  const fields = numbers.flatMap(([lowest, highest, best, confidence], index) => {
    const given = { lowest, highest, best, confidence, reasons: expert.reasons[index] };
    return ESTIMATE_PARTS.map((part) => [estimateField(part, index + 1), String(given[part])]);
  });
  await play.does(expert.by, giveEstimates, { reference, round, ...(Object.fromEntries(fields) as Record<string, string>) });
}
