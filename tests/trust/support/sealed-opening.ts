import { canonicalJson } from '~/domain/fact-hash.server';
import { openPrices } from '~/domain/bids/opening.server';
import { openedPrice, openedQuality } from '~/domain/bids/sealing/opened-content.server';
import { openSealKey } from '~/domain/bids/sealing/seal-keys.server';
import { soundingsNow } from '~/platform/clock.server';
import { database, pool } from '~/platform/db.server';
import { type Scene, denials, isSealed, fails, confirmAs } from './sealed-scene';

export async function openingEarly(scene: Scene): Promise<void> {
  const { question, findings } = scene;
  const before = await denials();
  const answers = [
    await confirmAs(scene, 'moderator', 'moderator'),
    await confirmAs(scene, 'budget holder', 'budgetHolder'),
  ];
  const audited = (await denials()) - before;
  findings.check(
    answers.every(({ status }) => status === 403) && audited === 2,
    `opening early by both openers: refused (${answers.map(({ status }) => status).join(', ')}), ${audited} of 2 in the trail`,
  );
  const now = await soundingsNow(database());
  const inCode = await fails(() =>
    database().$transaction((tx) => openSealKey(tx, question.id, 'quality', now)),
  );
  const bySql = await fails(() =>
    pool().query('UPDATE seal_key SET opened_at = soundings.now() WHERE question_id = $1', [question.id]),
  );
  const backdated = await fails(() =>
    pool().query(
      `UPDATE seal_key SET opened_at = soundings.now() + interval '9 days' WHERE question_id = $1`,
      [question.id],
    ),
  );
  findings.check(
    inCode && bySql && backdated && (await isSealed(scene)),
    'opening the key early in code, by SQL and by SQL with a later time: refused, still sealed',
  );
}

export async function closeQuestion({ question }: Scene): Promise<void> {
  const now = await soundingsNow(database());
  const left = (question.closesAt?.getTime() ?? 0) - now.getTime() + 1_000;
  await pool().query('UPDATE soundings.clock SET shift = shift + make_interval(secs => $1)', [left / 1000]);
}

/** After closing, on a route that wants two people. */
export async function openingAlone(scene: Scene): Promise<void> {
  const { question, findings } = scene;
  const first = await confirmAs(scene, 'moderator', 'moderator');
  const again = await confirmAs(scene, 'moderator', 'moderator');
  const other = await confirmAs(scene, 'moderator', 'budgetHolder');
  const refused = again.status === 422 && other.status === 422;
  findings.check(
    first.status === 303 && refused && (await isSealed(scene)),
    `opening by one person alone, three times: ${[first, again, other].map(({ status }) => status).join(', ')}, still sealed`,
  );
  const { id } = question;
  const bySql = await fails(() =>
    pool().query('UPDATE seal_key SET opened_at = soundings.now() WHERE question_id = $1', [id]),
  );
  const pretended = await database().$transaction(async (tx) => {
    await tx.question.update({
      where: { id },
      data: { openedAt: await soundingsNow(tx), qualityAgreedAt: await soundingsNow(tx) },
    });
    const bid = await tx.bid.findUniqueOrThrow({
      where: { reference: scene.submitted.reference },
      select: { id: true },
    });
    const read = (await openedQuality(tx, bid.id)) ?? (await openedPrice(tx, bid.id));
    await tx.question.update({ where: { id }, data: { openedAt: null, qualityAgreedAt: null } });
    return read;
  });
  const inCode = await fails(() =>
    database().$transaction(async (tx) => openSealKey(tx, id, 'quality', await soundingsNow(tx))),
  );
  findings.check(
    bySql && inCode && pretended === null,
    'forcing the key with one confirmation, and pretending by SQL that bids are open: refused, nothing to read',
  );
}

/** Words that the submitted bid holds: its fields, each with one, amounts counted once. */
const FIELDS = 18;

/** The second opener confirms, quality is agreed: now every word that was submitted is there. */
export async function openedControl(scene: Scene): Promise<void> {
  const { question, submitted, draft, canaries, findings } = scene;
  await confirmAs(scene, 'budget holder', 'budgetHolder');
  const [bid, other] = await Promise.all(
    [submitted, draft].map(({ reference }) =>
      database().bid.findUniqueOrThrow({ where: { reference }, select: { id: true } }),
    ),
  );
  const price = await openedPrice(database(), bid?.id ?? '');
  findings.check(price === null, 'once opened by two, the price is still sealed until quality is agreed');
  await database().question.update({
    where: { id: question.id },
    data: { qualityAgreedAt: await soundingsNow(database()) },
  });
  await database().$transaction(async (tx) => openPrices(tx, question.id, await soundingsNow(tx)));
  const read = canonicalJson([
    await openedQuality(database(), bid?.id ?? ''),
    await openedPrice(database(), bid?.id ?? ''),
  ]);
  const found = canaries.in(read).length;
  findings.check(found >= FIELDS, `control: ${found} planted words read after opening`);
  findings.check(
    (await openedQuality(database(), other?.id ?? '')) === null,
    'the draft that was not submitted is not in the opening',
  );
}
