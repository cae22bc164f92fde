import { logRequest } from '~/domain/assurance/commands/log-request.server';
import { prepareRelease } from '~/domain/assurance/commands/prepare-release.server';
import { settleRedaction } from '~/domain/assurance/commands/settle-redaction.server';
import { withholdParts } from '~/domain/assurance/commands/withhold-parts.server';
import { packFile } from '~/domain/assurance/queries/pack-file.server';
import { redactionsPage } from '~/domain/assurance/queries/redactions-page.server';
import { sealAll } from '~/domain/audit/sealer.server';
import { run } from '~/domain/command.server';
import { ask } from '~/domain/query.server';
import { addDays, isoDay, ukDay } from '~/domain/uk-time';
import { soundingsNow } from '~/platform/clock.server';
import { database } from '~/platform/db.server';
import { actorFor, makePerson } from '../factories/people';
import { done } from '../outcome';
import { PLANTED, PUBLIC, plantWords, SECRETS, wordsIn } from './planted-words';
import { PACK_TAMPERINGS } from './tampering';
import { filesIn, verdictOn } from './verify-pack';

export type Check = (holds: boolean, text: string) => void;

/** The pack of a played competition: verified offline, tampered with, and redacted of words planted in it. */
export async function tryPack(reference: string, url: string, check: Check): Promise<void> {
  const { id: questionId } = await database().question.findUniqueOrThrow({ where: { reference } });
  const rows = await plantWords(url, questionId);
  check(rows.length === PLANTED, `${rows.length} secret and public words are planted beside each other`);
  const coordinator = (await makePerson({ roles: ['coordinator'] })).id;
  await sealAll();
  const view = await ask(packFile, await actorFor(coordinator), { reference });
  if (!view || !('archive' in view)) throw new Error('there is no pack');
  const files = filesIn(view.archive);
  check(wordsIn(files, [...SECRETS, ...PUBLIC]).length === 2 * PLANTED, 'the whole pack holds all of them');
  const whole = verdictOn(view.archive);
  check(whole.status === 0, `the pack of ${files.size} files is whole, offline and without packages`);
  check(/[1-9]\d* proven by a signed head, 0 by/.test(whole.words), 'its facts are proven by signed heads');
  for (const { kind, tamper, found } of PACK_TAMPERINGS) {
    const { status, words } = verdictOn(await tamper(view.archive));
    check(status === 1 && found.test(words), `${kind}: found`);
  }
  await tryRedaction({ reference, coordinator, rows }, check);
}

interface Redacting {
  reference: string;
  coordinator: string;
  rows: Awaited<ReturnType<typeof plantWords>>;
}

async function tryRedaction({ reference, coordinator, rows }: Redacting, check: Check): Promise<void> {
  const actor = await actorFor(coordinator);
  const today = ukDay(await soundingsNow(database()));
  const request = done(
    await run(logRequest, actor, {
      ...{ words: 'All scores.', requester: 'R. Quill', contact: 'by post', questions: reference },
      receivedOn: isoDay(addDays(today, -1)),
    }),
  );
  const about = { reference: request.reference, question: reference };
  done(
    await run(withholdParts, actor, {
      ...{ ...about, set: 'score', exemption: 's.43(2)' },
      parts: rows.map(({ bidId, criterionId, personId }) => `${bidId}:${criterionId}:${personId}#reason`),
      passages: SECRETS.join('\n'),
      publicInterest: `It outweighs ${SECRETS[0]} and ${SECRETS[3]}.`,
    }),
  );
  const early = await run(prepareRelease, actor, about);
  check(early.kind === 'refused', 'nothing is prepared while the same words stand elsewhere undecided');
  const page = await ask(redactionsPage, actor, about);
  const warned = page && 'redactions' in page ? page.redactions.filter(({ elsewhere }) => elsewhere > 0) : [];
  check(warned.length === PLANTED / 5, `${warned.length} of them are found elsewhere, in the minutes`);
  for (const { reference: redaction } of warned)
    done(await run(settleRedaction, actor, { ...about, redaction, settle: 'everywhere' }));
  const release = done(await run(prepareRelease, actor, about));
  const { archive } = await database().informationRelease.findUniqueOrThrow({
    where: { reference: release.reference },
  });
  const bytes = Buffer.from(archive);
  const files = filesIn(bytes);
  const raw = new Map([...files, ['the archive itself', bytes.toString('latin1')]]);
  const leaked = wordsIn(raw, SECRETS);
  check(leaked.length === 0, `the redacted pack holds ${leaked.length} of ${PLANTED} secret words`);
  const kept = wordsIn(files, PUBLIC);
  check(kept.length === PLANTED, `and ${kept.length} of ${PLANTED} public ones`);
  check(verdictOn(bytes).status === 0, 'it verifies offline like any other');
}
