import { database } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { run } from '~/domain/command.server';
import { proposeJointSet } from '~/domain/strategy/commands/joint/propose-joint-set.server';
import { publishJointSet } from '~/domain/strategy/commands/joint/publish-joint-set.server';
import { reviseJointSet } from '~/domain/strategy/commands/joint/revise-joint-set.server';
import { signJointSet } from '~/domain/strategy/commands/joint/sign-joint-set.server';
import { withdrawJointSet } from '~/domain/strategy/commands/joint/withdraw-joint-set.server';
import { done } from '../outcome';
import { actorFor, makeOrganisation } from './people';
import { makeOwner, type Owner } from './strategy-cast';
import { visitorNow } from './visitor';

/** A joint set that is revised, signed, published and withdrawn, of owners that are renamed and handed over, on five days. */
export async function makeJointHistory() {
  const db = database();
  const [one, other] = [await makeOwner('Signs early'), await makeOwner('Signs late')];
  const heir = await makeOrganisation({ name: 'Heir of it' });
  const owners = `${one.organisation.slug}\n${other.organisation.slug}`;
  const text = { document: 'Long ours', kind: 'threat', startsWritten: '2026', endsWritten: '', owners };
  const proposed = await run(proposeJointSet, await actorFor(one.id), {
    ...{ ...text, note: '', priorities: 'Ports' },
  });
  const { reference } = done(proposed);
  const now = async () => (await visitorNow()).asOf;

  const sign = async (owner: Owner) => {
    const [row] = await db.$queryRaw<{ hash: string }[]>`
      SELECT soundings.joint_set_hash(id) AS hash FROM joint_set WHERE reference = ${reference}`;
    const signed = { reference, organisation: owner.organisation.slug, textHash: row?.hash ?? '' };
    done(await run(signJointSet, await actorFor(owner.id), signed));
  };
  const handOver = async () => {
    const { id } = await db.jointSet.findUniqueOrThrow({ where: { reference } });
    const [from, at] = [other.organisation.id, await now()];
    await db.$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
      const by = { proposedById: one.id, proposedAt: at, answeredById: one.id, answeredAt: at };
      const held = {
        kind: 'jointSet',
        item: `${id}:${from}`,
        label: 'A joint set',
        fromId: from,
        toId: heir.id,
      };
      await tx.handover.create({
        data: { id: newId(), reorganisationId: newId(), ...held, ...by, answer: 'accepted' },
      });
    });
  };

  const steps = [
    () => sign(one),
    async () => {
      const { revision } = await db.jointSet.findUniqueOrThrow({ where: { reference } });
      const changed = { ...text, document: 'Ours for long', note: 'Wider', priorities: 'Ports\nAirports' };
      done(await run(reviseJointSet, await actorFor(other.id), { reference, revision, ...changed }));
    },
    async () => {
      await sign(one);
      await sign(other);
      const { id } = one.organisation;
      await db.organisation.update({ where: { id }, data: { name: 'Signed early' } });
    },
    async () => {
      done(await run(publishJointSet, await actorFor(one.id), { reference }));
      await handOver();
    },
    async () => {
      const { id } = heir;
      await db.organisation.update({ where: { id }, data: { name: 'Heir, renamed' } });
      done(await run(withdrawJointSet, await actorFor(one.id), { reference, reason: 'Overtaken' }));
    },
  ];
  return { steps, things: { joint: reference } };
}
