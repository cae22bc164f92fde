// npm run scale:competition [-- --serve]   a call of 136 bids and 60 assessors, end to end, then its pages
import { database } from '~/platform/db.server';
import { env } from '~/platform/env.server';
import { showReference } from '~/domain/reference';
import { build } from '../../scripts/build.mjs';
import { teamOf } from '../../prisma/seed/demonstration/content/find-cast';
import { serve } from '../support/journey/processes';
import { cookieFor } from '../support/journey/session';
import { FIRST_CALL } from './competition/call';
import { playCompetition, type Played } from './competition/play-competition';
import { onOwnDatabase } from './own-database';

await build();
const good = await onOwnDatabase(async ({ url }) => {
  const played = await playCompetition(FIRST_CALL);
  for (const { name, seconds, what } of played.stages)
    console.log(`${name.padEnd(34)} ${seconds.toFixed(1).padStart(7)} s   ${what}`);
  const all = played.stages.reduce((sum, { seconds }) => sum + seconds, 0);
  console.log(`${'all stages'.padEnd(34)} ${all.toFixed(1).padStart(7)} s\n`);
  await database().$executeRaw`ANALYZE`;
  return look(url, played);
});
process.exit(good ? 0 : 1);

/** Asks for each page of the competition as its moderator, owner, an assessor and a bidder. */
async function look(url: string, played: Played): Promise<boolean> {
  const app = await serve(url, {
    jobs: false,
    env: { LOG_LEVEL: 'error', SOUNDINGS_KEY_FILE: env.SOUNDINGS_KEY_FILE },
  });
  try {
    const answers = [];
    for (const [who, path] of await pagesOf(played)) {
      const person = played.call.play.person(who);
      const headers = { cookie: await cookieFor(person.id) };
      await (await fetch(`${app.address}${path}`, { headers, redirect: 'manual' })).text();
      const started = performance.now();
      const answer = await fetch(`${app.address}${path}`, {
        headers: { ...headers, 'cache-control': 'no-cache' },
        redirect: 'manual',
      });
      const size = (await answer.text()).length;
      answers.push(answer.status);
      const took = (performance.now() - started).toFixed(0).padStart(6);
      console.log(
        `${answer.status} ${took} ms ${(size / 1024).toFixed(0).padStart(6)} KB  ${path}  (${who})`,
      );
    }
    if (answers.some((status) => status !== 200)) console.log(app.log().slice(-4_000));
    if (process.argv.includes('--serve')) await stay(app.address);
    return answers.every((status) => status === 200);
  } finally {
    await app.stop();
  }
}

async function stay(address: string): Promise<void> {
  console.log(`\nThe competition can be looked at on ${address} until you press Ctrl-C.`);
  const alive = setInterval(() => undefined, 60_000);
  await new Promise((stop) => process.once('SIGINT', stop).once('SIGTERM', stop));
  clearInterval(alive);
}

async function pagesOf({ call, reference }: Played): Promise<[string, string][]> {
  const { moderator, owner } = teamOf(call.story);
  const question = `/questions/${showReference(reference)}`;
  const [assessor = ''] = call.crowd.assessors;
  const assessed = await database().assessment.findFirstOrThrow({
    where: { personId: call.play.person(assessor).id },
    select: { bid: { select: { reference: true } } },
  });
  const award = await database().award.findFirstOrThrow({ select: { reference: true } });
  const [bidder = { key: '' }] = call.crowd.leads;
  const bid = `/bids/${showReference(call.play.bid(`${call.story.key}/${bidder.key}`))}`;
  return [
    [moderator.key, question],
    [moderator.key, `${question}/evaluation`],
    [moderator.key, `${question}/assessors`],
    [moderator.key, `${question}/assignment`],
    [moderator.key, `${question}/assessments`],
    [moderator.key, `${question}/conflicts`],
    [moderator.key, `${question}/moderation`],
    [moderator.key, `${question}/disagreement`],
    [moderator.key, `${question}/ranking`],
    [owner.key, `${question}/decision`],
    [owner.key, `${question}/summaries`],
    [owner.key, `${question}/file`],
    [owner.key, `/awards/${showReference(award.reference)}`],
    [assessor, `/bids/${showReference(assessed.bid.reference)}/scores`],
    [assessor, '/'],
    [bidder.key, bid],
    [bidder.key, `${bid}/summary`],
    [moderator.key, '/'],
  ];
}
